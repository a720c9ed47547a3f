package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.directory.HcpId;
import care.vestibule.records.EntityKind;
import care.vestibule.records.Records;
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
}
