package care.vestibule.desk;

import care.vestibule.accessrequest.PersonCheck;
import care.vestibule.directory.Patient;

/**
 * A question of a doctor that waits for the desk.
 *
 * @param askedBy the doctor's name
 */
public record OpenCheck(PersonCheck check, Patient patient, String askedBy) {}
