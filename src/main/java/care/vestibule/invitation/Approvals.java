package care.vestibule.invitation;

import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.notification.Notification;
import care.vestibule.notification.Notifications;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where each doctor's part of an invitation stands. */
@Component
@Transactional(readOnly = true)
public class Approvals {

  private final Notifications notifications;
  private final HealthcareProfessionals professionals;

  Approvals(Notifications notifications, HealthcareProfessionals professionals) {
    this.notifications = notifications;
    this.professionals = professionals;
  }

  /** One entry per doctor and key asked about, oldest first; none before the patient enrolled. */
  public List<Approval> of(InvitationId invitation) {
    return notifications.ofInvitation(invitation.value()).stream().map(this::approval).toList();
  }

  /** Whether somebody holds data and could not be asked, so that what is shared is not all. */
  public boolean lackSomebody(InvitationId invitation) {
    return notifications.ofInvitation(invitation.value()).stream()
        .anyMatch(asked -> asked.problem().isPresent() && !asked.status().isFinal());
  }

  private Approval approval(Notification asked) {
    return new Approval(
        asked.hcp(),
        professionals.find(asked.hcp()).map(HealthcareProfessional::displayName).orElseThrow(),
        asked.status().name().toLowerCase(Locale.ROOT),
        asked.reason().<Enum<?>>map(it -> it).or(asked::problem).map(Enum::name));
  }
}
