package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.directory.HcpId;
import care.vestibule.records.EntityKind;
import care.vestibule.records.Records;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a doctor before the answer what a share would give access to. */
@Component
@Transactional(readOnly = true)
public class SharePreviews {

  private final Records records;

  SharePreviews(Records records) {
    this.records = records;
  }

  /** What this doctor, the one asked or a deputy, holds of the patient who asks. */
  public SharePreview of(AccessRequest notification, HcpId doctor) {
    var held = records.holdingOf(notification.responsible(), doctor);
    return new SharePreview(
        held.count(EntityKind.DATA_SAMPLE),
        held.count(EntityKind.HEALTHCARE_ELEMENT),
        held.count(EntityKind.PATIENT),
        held.byType(),
        records.sharedWith(notification.responsible()).total(),
        held.oldest(),
        held.newest());
  }

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
}
