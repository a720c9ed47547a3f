package care.vestibule.identity;

import care.vestibule.directory.PatientId;

/**
 * Somebody who knows a patient's recovery code was given the patient's sealed keys; published in
 * the transaction that hands them out.
 */
public record KeyRecovered(PatientId patient) {}
