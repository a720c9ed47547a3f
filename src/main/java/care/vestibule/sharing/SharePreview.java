package care.vestibule.sharing;

import java.time.Instant;
import java.util.Optional;

/**
 * What a share would give access to: numbers and dates, no content.
 *
 * @param dataSamples how many the professional holds
 * @param healthcareElements how many the professional holds
 * @param patientRecords 1 if the professional holds the patient's encrypted record, else 0
 * @param sharedAlready how many of all these the patient can read already
 * @param oldest the clinical date of the oldest
 * @param newest the clinical date of the newest
 */
public record SharePreview(
    int dataSamples,
    int healthcareElements,
    int patientRecords,
    int sharedAlready,
    Optional<Instant> oldest,
    Optional<Instant> newest) {}
