package care.vestibule.sharing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a share would give access to: numbers and days, no content.
 *
 * @param dataSamples how many the professional holds
 * @param healthcareElements how many the professional holds
 * @param patientRecords 1 if the professional holds the patient's encrypted record, else 0
 * @param byType all of these by FHIR R4 resource type
 * @param readAlready how much the patient can read already, whoever shared it
 * @param oldest the first day any of them is about
 * @param newest the last day any of them is about
 */
public record SharePreview(
    int dataSamples,
    int healthcareElements,
    int patientRecords,
    Map<String, Integer> byType,
    int readAlready,
    Optional<LocalDate> oldest,
    Optional<LocalDate> newest) {}
