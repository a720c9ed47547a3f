package care.vestibule.accessrequest;

import care.vestibule.accessrequest.deputy.DeputyScope;
import care.vestibule.accessrequest.deputy.Deputyships;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Problem;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one professional may see and answer: what they were asked, what they took over, what is
 * asked of those they stand in for, and what was opened to the deputies of their group.
 */
@Component
@Transactional
public class HcpAccessRequests {

  private final AccessRequests notifications;
  private final AccessRequestSearch search;
  private final Deputyships deputyships;
  private final CurrentClinic clinic;

  HcpAccessRequests(
      AccessRequests notifications,
      AccessRequestSearch search,
      Deputyships deputyships,
      CurrentClinic clinic) {
    this.notifications = notifications;
    this.search = search;
    this.deputyships = deputyships;
    this.clinic = clinic;
  }

  /** The notification, if it is one of this professional's. */
  public Optional<AccessRequest> find(HcpId professional, AccessRequestId id) {
    return find(standIns(professional), id);
  }

  /** The same for one who was asked already for whom they stand in. */
  public Optional<AccessRequest> find(DeputyScope professional, AccessRequestId id) {
    return notifications.find(id).filter(professional::reaches);
  }

  /**
   * The notification.
   *
   * @throws Problem 404 if it is not one of this professional's
   */
  public AccessRequest get(HcpId professional, AccessRequestId id) {
    return find(professional, id).orElseThrow(Problem::notFound);
  }

  /** One page of this professional's notifications; the filter's own professional is not used. */
  public AccessRequestList search(HcpId professional, AccessRequestFilter filter) {
    return search.page(clinic.get(), filter.of(professional), Optional.of(standIns(professional)));
  }

  /** For whom this professional may answer today. */
  public DeputyScope standIns(HcpId professional) {
    return new DeputyScope(
        professional, deputyships.standingInFor(professional), deputyships.groupOf(professional));
  }
}
