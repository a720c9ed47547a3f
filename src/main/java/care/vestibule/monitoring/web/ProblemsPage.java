package care.vestibule.monitoring.web;

import care.vestibule.accessrequest.hold.EndedHoldBacks;
import care.vestibule.identity.Actor;
import care.vestibule.monitoring.Alarms;
import care.vestibule.monitoring.HcpProblems;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.deadlines.Deadlines;
import care.vestibule.monitoring.operations.SmsBreaker;
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
  private final HcpProblems doctors;
  private final Alarms alarms;
  private final SmsBreaker breaker;
  private final Deadlines deadlines;
  private final EndedHoldBacks holds;
  private final DashboardModel frame;

  ProblemsPage(
      OpenIncidents incidents,
      HcpProblems doctors,
      Alarms alarms,
      SmsBreaker breaker,
      Deadlines deadlines,
      EndedHoldBacks holds,
      DashboardModel frame) {
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
