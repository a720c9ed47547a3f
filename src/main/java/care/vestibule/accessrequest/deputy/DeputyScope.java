package care.vestibule.accessrequest.deputy;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.directory.HcpId;
import java.util.Set;
import java.util.UUID;

/**
 * For whom a doctor may answer.
 *
 * @param doctor whose own requests come first
 * @param absent doctors who named this one their deputy for today: all of theirs
 * @param colleagues the deputy group: what was escalated of theirs
 */
public record DeputyScope(HcpId doctor, Set<HcpId> absent, Set<HcpId> colleagues) {

  /** Keeps copies. */
  public DeputyScope {
    absent = Set.copyOf(absent);
    colleagues = Set.copyOf(colleagues);
  }

  /** Whether the doctor may see and answer it. */
  public boolean reaches(AccessRequest notification) {
    return notification.hcp().equals(doctor)
        || notification.handler().filter(doctor::equals).isPresent()
        || absent.contains(notification.hcp())
        || (notification.openToDeputies() && colleagues.contains(notification.hcp()));
  }

  /** The absent, as a parameter of a query. */
  public UUID[] absentIds() {
    return absent.stream().map(HcpId::value).toArray(UUID[]::new);
  }

  /** The colleagues, as a parameter of a query. */
  public UUID[] colleagueIds() {
    return colleagues.stream().map(HcpId::value).toArray(UUID[]::new);
  }
}
