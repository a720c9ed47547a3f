package care.vestibule.sharing;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.notification.Decision;
import care.vestibule.notification.NotificationId;
import care.vestibule.notification.NotificationStatus;
import care.vestibule.notification.Notifications;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whose shares with a patient stand: approved for the key in use, done, and not taken back. */
@Component
class StandingShares {

  private final Notifications notifications;
  private final ShareRevocations revocations;
  private final PublicKeys keys;

  StandingShares(Notifications notifications, ShareRevocations revocations, PublicKeys keys) {
    this.notifications = notifications;
    this.revocations = revocations;
    this.keys = keys;
  }

  /** Professionals and their approvals, but not those of the one who took a share back. */
  Map<HcpId, NotificationId> besides(HcpId revoked, PatientId patient) {
    var standing = new LinkedHashMap<HcpId, NotificationId>();
    var inUse = keys.activeOf(patient.value()).map(PartyKey::key).map(key -> key.id().hex());
    for (var asked : notifications.ofPatient(patient)) {
      notifications
          .decisionOn(asked.id())
          .filter(Decision::approved)
          .filter(one -> asked.status() == NotificationStatus.COMPLETED)
          .filter(one -> inUse.filter(one.key()::equals).isPresent())
          .filter(one -> !one.doctor().equals(revoked))
          .filter(one -> revocations.of(asked.id()).isEmpty())
          .ifPresent(one -> standing.put(one.doctor(), asked.id()));
    }
    return standing;
  }
}
