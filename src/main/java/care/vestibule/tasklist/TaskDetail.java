package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.hold.HoldableRecords.HeldBackRecord;
import care.vestibule.directory.Identifier;
import care.vestibule.sharing.SharePreviews.SharePreview;
import care.vestibule.sharing.ShareRevocation;
import care.vestibule.sharing.SharingReport;
import care.vestibule.tasklist.TaskContexts.TaskContext;
import care.vestibule.tasklist.TaskDetails.GivenDecision;
import java.util.List;
import java.util.Optional;

/**
 * Everything a doctor needs to answer one request.
 *
 * @param row the request as the list shows it
 * @param identifiers what the clinic's systems call the patient
 * @param fingerprint of the patient's active key, 30 digits in 6 groups; empty if there is no key
 * @param preview what this doctor holds and would share
 * @param answer what was answered, once it was
 * @param report what was shared, once it was
 * @param revocation that it was taken back, if it was
 * @param chosen what this doctor chose to hold back with an approval
 * @param heldBack what this doctor holds back from the patient now
 * @param mustCompare whether the clinic shares only with keys whose digits were compared
 */
public record TaskDetail(
    TaskRow row,
    AccessRequestStatus status,
    List<Identifier> identifiers,
    Optional<String> fingerprint,
    SharePreview preview,
    Optional<GivenDecision> answer,
    Optional<SharingReport> report,
    Optional<ShareRevocation> revocation,
    List<HeldBackRecord> chosen,
    List<HeldBackRecord> heldBack,
    boolean mustCompare,
    TaskContext context) {

  /** The request. */
  public AccessRequestId id() {
    return row.id();
  }

  /** Whether this doctor may answer it now. */
  public boolean isAnswerable() {
    return row.state().isOpen() && row.state() != TaskState.TAKEN && fingerprint.isPresent();
  }
}
