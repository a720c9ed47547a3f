package care.vestibule.notification;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one professional may see and answer: what they were asked, what they took over, and what was
 * opened to the deputies of their group.
 */
@Component
@Transactional
public class Inbox {

  private final Notifications notifications;
  private final NotificationSearch search;
  private final HealthcareProfessionals professionals;
  private final CurrentClinic clinic;

  Inbox(
      Notifications notifications,
      NotificationSearch search,
      HealthcareProfessionals professionals,
      CurrentClinic clinic) {
    this.notifications = notifications;
    this.search = search;
    this.professionals = professionals;
    this.clinic = clinic;
  }

  /** The notification, if it is one of this professional's. */
  public Optional<Notification> find(HcpId professional, NotificationId id) {
    return notifications.find(id).filter(found -> belongsTo(professional, found));
  }

  /** One page of this professional's notifications; the filter's own professional is not used. */
  public NotificationPage search(HcpId professional, NotificationFilter filter) {
    return search.page(clinic.get(), filter.of(professional), colleagues(professional));
  }

  private boolean belongsTo(HcpId professional, Notification notification) {
    return notification.hcp().equals(professional)
        || notification.handler().equals(Optional.of(professional))
        || (notification.openToDeputies() && colleagues(professional).contains(notification.hcp()));
  }

  private List<HcpId> colleagues(HcpId professional) {
    return professionals
        .find(professional)
        .map(HealthcareProfessional::deputyGroup)
        .map(
            group ->
                professionals.all().stream()
                    .filter(other -> other.deputyGroup().equals(group))
                    .map(HealthcareProfessional::id)
                    .toList())
        .orElse(List.of());
  }
}
