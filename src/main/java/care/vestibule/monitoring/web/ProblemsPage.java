package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.monitoring.Alarms;
import care.vestibule.monitoring.Deadlines;
import care.vestibule.monitoring.DoctorProblems;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.SmsBreaker;
import care.vestibule.sharing.WaitingHolds;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is stuck, and what to do about it. */
@Controller
@OnlyIn(Zone.PORTAL)
class ProblemsPage {

  private final OpenIncidents incidents;
  private final DoctorProblems doctors;
  private final Alarms alarms;
  private final SmsBreaker breaker;
  private final Deadlines deadlines;
  private final WaitingHolds holds;
  private final Frame frame;

  ProblemsPage(
      OpenIncidents incidents,
      DoctorProblems doctors,
      Alarms alarms,
      SmsBreaker breaker,
      Deadlines deadlines,
      WaitingHolds holds,
      Frame frame) {
    this.incidents = incidents;
    this.doctors = doctors;
    this.alarms = alarms;
    this.breaker = breaker;
    this.deadlines = deadlines;
    this.holds = holds;
    this.frame = frame;
  }

  @GetMapping("/monitor/problems")
  String problems(Actor.Operations operations, Model model, Locale locale) {
    frame.fill(model, locale);
    model.addAttribute("causes", incidents.causes());
    model.addAttribute("doctors", doctors.all());
    model.addAttribute("holds", holds.all());
    model.addAttribute("alarms", alarms.newest());
    model.addAttribute("legal", deadlines.worryingByLaw());
    model.addAttribute("smsHeldBack", breaker.isOpen());
    return "monitoring/problems";
  }
}
