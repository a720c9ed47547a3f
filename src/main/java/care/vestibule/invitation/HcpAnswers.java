package care.vestibule.invitation;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.hold.HoldBacks;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where each doctor's part of an invitation stands. */
@Component
@Transactional(readOnly = true)
public class HcpAnswers {

  private final AccessRequests notifications;
  private final HealthcareProfessionals professionals;
  private final InvitationReader stored;
  private final HoldBacks holdBacks;

  HcpAnswers(
      AccessRequests notifications,
      HealthcareProfessionals professionals,
      InvitationReader stored,
      HoldBacks holdBacks) {
    this.notifications = notifications;
    this.professionals = professionals;
    this.stored = stored;
    this.holdBacks = holdBacks;
  }

  /** One entry per doctor and key asked about, oldest first; none before the patient enrolled. */
  public List<HcpAnswer> of(InvitationId invitation) {
    return notifications.ofInvitation(invitation.value()).stream().map(this::approval).toList();
  }

  /** Whether somebody holds data and could not be asked, so that what is shared is not all. */
  public boolean lackSomebody(InvitationId invitation) {
    return notifications.ofInvitation(invitation.value()).stream()
        .anyMatch(asked -> asked.problem().isPresent() && !asked.status().isFinal());
  }

  /** Whether doctors hold single records back from the patient now. */
  public boolean holdBack(InvitationId invitation) {
    return stored.find(invitation).filter(found -> holdBacks.stand(found.patient())).isPresent();
  }

  private HcpAnswer approval(AccessRequest asked) {
    return new HcpAnswer(
        asked.hcp(),
        professionals.find(asked.hcp()).map(HealthcareProfessional::displayName).orElseThrow(),
        asked.status().name().toLowerCase(Locale.ROOT),
        asked.reason().<Enum<?>>map(it -> it).or(asked::problem).map(Enum::name));
  }

  /**
   * Where one doctor's part of an invitation stands.
   *
   * @param name the doctor's name as shown to people
   * @param status {@code pending}, {@code ongoing}, {@code completed} or {@code cancelled}
   * @param reason a code for why it ended without a share, or why nobody waits for it
   */
  public record HcpAnswer(HcpId hcp, String name, String status, Optional<String> reason) {}
}
