package care.vestibule.desk.web;

import care.vestibule.desk.DeskPatients;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.InvitationRequest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.RefusalReason;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invites one patient. */
@Controller
@OnlyIn(Zone.PORTAL)
class InvitePage {

  private final DeskPatients patients;
  private final Invitations invitations;
  private final DeskModel frame;

  InvitePage(DeskPatients patients, Invitations invitations, DeskModel frame) {
    this.patients = patients;
    this.invitations = invitations;
    this.frame = frame;
  }

  @GetMapping("/desk/patients/{id}")
  String form(
      Actor.Desk desk,
      @PathVariable UUID id,
      @RequestParam Optional<RefusalReason> refused,
      Model model,
      Locale locale) {
    frame.fill(model, locale);
    var prospect = patients.find(new PatientId(id)).orElseThrow(Problem::notFound);
    model.addAttribute("prospect", prospect);
    model.addAttribute(
        "letter",
        !prospect.isInvited()
            && prospect.refusal().filter(RefusalReason.UNREACHABLE::equals).isPresent());
    model.addAttribute("doctors", patients.doctors());
    model.addAttribute("lives", LinkValidity.values());
    model.addAttribute("usual", LinkValidity.HOURS_1);
    model.addAttribute("refused", refused.map(Enum::name).orElse(""));
    return "desk/invite";
  }

  @PostMapping("/desk/patients/{id}")
  String invite(
      Actor.Desk desk,
      @PathVariable UUID id,
      @RequestParam UUID doctor,
      @RequestParam RequestedChannel channel,
      @RequestParam LinkValidity life) {
    var request =
        new InvitationRequest(
            new PatientId(id),
            new HcpId(doctor),
            channel,
            life.duration(),
            InvitationPurpose.NEW_USER);
    try {
      // Whoever presses twice gets the one invitation twice.
      var made = invitations.request(request, Optional.empty(), desk);
      return DeskAction.take(
          made.invitation().id(),
          () -> made.created() ? FlashMessage.INVITED : FlashMessage.INVITED_ALREADY);
    } catch (InvitationRefused refused) {
      return "redirect:/desk/patients/" + id + "?refused=" + DeskAction.known(refused);
    }
  }
}
