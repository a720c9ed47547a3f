package care.vestibule.monitoring.web;

import care.vestibule.monitoring.Alarms;
import care.vestibule.monitoring.Funnels;
import care.vestibule.monitoring.HcpProblems;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.OverdueCounting;
import care.vestibule.monitoring.StepCounts;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finds out what a panel shows. */
@Component
class PanelContent {

  private final Funnels funnels;
  private final StepCounts standings;
  private final OverdueCounting arrears;
  private final OpenIncidents incidents;
  private final Alarms alarms;
  private final HcpProblems doctors;
  private final Clock clock;

  PanelContent(
      Funnels funnels,
      StepCounts standings,
      OverdueCounting arrears,
      OpenIncidents incidents,
      Alarms alarms,
      HcpProblems doctors,
      Clock clock) {
    this.funnels = funnels;
    this.standings = standings;
    this.arrears = arrears;
    this.incidents = incidents;
    this.alarms = alarms;
    this.doctors = doctors;
    this.clock = clock;
  }

  Object of(Panel panel, int days) {
    return switch (panel) {
      case funnel -> funnels.since(clock.instant().minus(Duration.ofDays(days)));
      case standing -> standings.now();
      case arrears -> arrears.now();
      case incidents -> incidents.causes();
      case alarms -> alarms.newest();
      case doctors -> doctors.all();
    };
  }
}
