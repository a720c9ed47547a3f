package care.vestibule.desk.web;

import care.vestibule.desk.BulkPreview;
import care.vestibule.desk.BulkRow;
import care.vestibule.desk.DeskPatients;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.InvitationRequest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invites many patients at once, after a look at who cannot be reached and why. */
@Controller
@OnlyIn(Zone.PORTAL)
class BulkPage {

  private static final String PAGE = "desk/bulk";

  private final BulkPreview preview;
  private final DeskPatients patients;
  private final Invitations invitations;
  private final DeskModel frame;

  BulkPage(BulkPreview preview, DeskPatients patients, Invitations invitations, DeskModel frame) {
    this.preview = preview;
    this.patients = patients;
    this.invitations = invitations;
    this.frame = frame;
  }

  @GetMapping("/desk/bulk")
  String form(Actor.Desk desk, Model model, Locale locale) {
    fill(model, locale, "", Optional.empty());
    return PAGE;
  }

  // A POST although it changes nothing: numbers of patients have no place in addresses.
  @PostMapping("/desk/bulk")
  String look(Actor.Desk desk, @RequestParam String list, Model model, Locale locale) {
    var rows = preview.of(list);
    fill(model, locale, list, rows);
    model.addAttribute("unreadable", rows.isEmpty());
    return PAGE;
  }

  @PostMapping("/desk/bulk/invite")
  String invite(
      Actor.Desk desk,
      @RequestParam UUID doctor,
      @RequestParam LinkValidity life,
      @RequestParam(defaultValue = "") List<UUID> patient,
      Model model,
      Locale locale) {
    int invited = 0;
    int already = 0;
    int refused = 0;
    for (var one : patient) {
      // Each in a transaction of its own: one patient's trouble does not keep the others waiting.
      switch (invite(desk, new PatientId(one), new HcpId(doctor), life)) {
        case INVITED -> invited++;
        case ALREADY -> already++;
        case REFUSED -> refused++;
      }
    }
    fill(model, locale, "", Optional.empty());
    model.addAttribute("done", List.of(invited, already, refused));
    return PAGE;
  }

  private Result invite(Actor.Desk desk, PatientId patient, HcpId doctor, LinkValidity life) {
    var request =
        new InvitationRequest(
            patient, doctor, RequestedChannel.AUTO, life.duration(), InvitationPurpose.NEW_USER);
    try {
      return invitations.request(request, Optional.empty(), desk).created()
          ? Result.INVITED
          : Result.ALREADY;
    } catch (InvitationRefused refused) {
      return Result.REFUSED;
    }
  }

  private void fill(Model model, Locale locale, String list, Optional<List<BulkRow>> rows) {
    frame.fill(model, locale);
    model.addAttribute("list", list);
    model.addAttribute("rows", rows.orElse(List.of()));
    model.addAttribute(
        "ready", rows.stream().flatMap(List::stream).filter(BulkRow::canBeInvited).count());
    model.addAttribute("unreadable", false);
    model.addAttribute("done", List.of());
    model.addAttribute("doctors", patients.doctors());
    model.addAttribute("lives", LinkValidity.values());
    model.addAttribute("usual", LinkValidity.HOURS_1);
  }

  private enum Result {
    INVITED,
    ALREADY,
    REFUSED
  }
}
