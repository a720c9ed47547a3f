package care.vestibule.desk.web;

import care.vestibule.desk.DeskPatients;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.InvitationPreview;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks for the patient to invite. */
@Controller
@OnlyIn(Zone.PORTAL)
class PatientsPage {

  private static final String PAGE = "desk/patients";

  private final DeskPatients patients;
  private final DeskModel frame;

  PatientsPage(DeskPatients patients, DeskModel frame) {
    this.patients = patients;
    this.frame = frame;
  }

  @GetMapping("/desk/patients")
  String form(Actor.Desk desk, Model model, Locale locale) {
    frame.fill(model, locale);
    model.addAttribute("asked", false);
    model.addAttribute("text", "");
    model.addAttribute("born", "");
    return PAGE;
  }

  // Changes nothing, and is a POST all the same: names have no place in addresses, which proxies
  // log and browsers remember.
  @PostMapping("/desk/patients")
  String search(
      Actor.Desk desk,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> born,
      Model model,
      Locale locale) {
    var day = born.map(LocalDate::toString).orElse("");
    List<InvitationPreview> found =
        text.length() > 200 ? List.of() : patients.search((text + " " + day).strip());
    frame.fill(model, locale);
    model.addAttribute("asked", true);
    model.addAttribute("text", text);
    model.addAttribute("born", day);
    model.addAttribute("found", found);
    model.addAttribute("tooMany", found.size() == DeskPatients.MOST);
    return PAGE;
  }
}
