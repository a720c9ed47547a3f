package care.vestibule.identity;

import care.vestibule.directory.PatientId;

/**
 * Somebody was given a patient's sealed keys, who knows the recovery code or the code for a second
 * device; published in the transaction that hands them out.
 */
public record KeyHandedOut(PatientId patient) {}
