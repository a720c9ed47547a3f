package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.records.SharedWith;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose shares with a patient stand: approved for the key in use, done, and not taken back. */
@Component
class ActiveShares {

  private final AccessRequests notifications;
  private final ShareRevocations revocations;
  private final PublicKeys keys;
  private final SharedWith sharedWith;

  ActiveShares(
      AccessRequests notifications,
      ShareRevocations revocations,
      PublicKeys keys,
      SharedWith sharedWith) {
    this.notifications = notifications;
    this.revocations = revocations;
    this.keys = keys;
    this.sharedWith = sharedWith;
  }

  /** Professionals and their approvals, but not those of the one who took a share back. */
  Map<HcpId, AccessRequestId> besides(HcpId revoked, PatientId patient) {
    var standing = of(patient);
    standing.remove(revoked);
    return standing;
  }

  /** Professionals and the last of their approvals. */
  Map<HcpId, AccessRequestId> of(PatientId patient) {
    var standing = new LinkedHashMap<HcpId, AccessRequestId>();
    // After a withdrawal that took everything back nothing is for the key any more.
    var inUse = keyOf(patient).filter(key -> sharedWith.isFor(patient, key));
    for (var asked : notifications.ofPatient(patient)) {
      approvalOf(asked, inUse)
          .filter(one -> asked.status() == AccessRequestStatus.COMPLETED)
          .filter(one -> revocations.of(asked.id()).isEmpty())
          .ifPresent(one -> standing.put(one.doctor(), asked.id()));
    }
    return standing;
  }

  /** Whether the process still has to carry out an approval of that doctor. */
  boolean isUnderWay(HcpId doctor, PatientId patient) {
    var inUse = keyOf(patient);
    return notifications.ofPatient(patient).stream()
        .filter(asked -> asked.status() == AccessRequestStatus.ONGOING)
        .flatMap(asked -> approvalOf(asked, inUse).stream())
        .anyMatch(approval -> approval.doctor().equals(doctor));
  }

  private Optional<KeyId> keyOf(PatientId patient) {
    return keys.activeOf(patient.value()).map(PartyKey::key).map(PartyPublicKey::id);
  }

  private Optional<Decision> approvalOf(AccessRequest asked, Optional<KeyId> inUse) {
    return notifications
        .decisionOn(asked.id())
        .filter(Decision::approved)
        .filter(one -> inUse.map(KeyId::hex).filter(one.key()::equals).isPresent());
  }
}
