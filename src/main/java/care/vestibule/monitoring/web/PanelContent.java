package care.vestibule.monitoring.web;

import care.vestibule.monitoring.Alarms;
import care.vestibule.monitoring.ArrearsCount;
import care.vestibule.monitoring.DoctorProblems;
import care.vestibule.monitoring.Funnels;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.monitoring.Standings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Finds out what a panel shows. */
@Component
class PanelContent {

  private final Funnels funnels;
  private final Standings standings;
  private final ArrearsCount arrears;
  private final OpenIncidents incidents;
  private final Alarms alarms;
  private final DoctorProblems doctors;
  private final Clock clock;

  PanelContent(
      Funnels funnels,
      Standings standings,
      ArrearsCount arrears,
      OpenIncidents incidents,
      Alarms alarms,
      DoctorProblems doctors,
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
