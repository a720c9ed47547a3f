package care.vestibule.monitoring.web;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.processes.ProcessInstance;
import care.vestibule.monitoring.processes.ProcessInstanceFilter;
import care.vestibule.monitoring.processes.ProcessInstances;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of processes for a spreadsheet: references and times in UTC, no names. */
@Controller
@OnlyIn(Zone.PORTAL)
class ProcessInstancesCsvApi {

  private static final int PAGE = 500;

  private final ProcessInstances instances;
  private final Clock clock;

  ProcessInstancesCsvApi(ProcessInstances instances, Clock clock) {
    this.instances = instances;
    this.clock = clock;
  }

  @GetMapping("/monitor/instances.csv")
  void list(
      Actor.Operations operations,
      @ModelAttribute ProcessInstanceParameters asked,
      HttpServletResponse answer)
      throws IOException {
    var filter = asked.filter(clock.instant()).orElseThrow(ProcessInstancesCsvApi::misread);
    answer.setContentType("text/csv;charset=UTF-8;header=present");
    answer.setHeader("Content-Disposition", "attachment; filename=\"instances.csv\"");
    write(filter, answer.getWriter());
  }

  // A page at a time: whoever reads slowly keeps neither a connection nor the whole list.
  private void write(ProcessInstanceFilter filter, Writer out) throws IOException {
    out.write(
        CsvRow.of(
                "process", "state", "step", "invitation", "started", "changed", "ended", "version")
            .toString());
    var next = Optional.of(filter);
    while (next.isPresent()) {
      var page = instances.search(next.get(), PAGE);
      for (var one : page.instances()) {
        out.write(row(one).toString());
      }
      next = page.next().map(filter::after);
    }
  }

  private static CsvRow row(ProcessInstance one) {
    return CsvRow.of(
        Long.toString(one.key()),
        one.state().name(),
        one.end().orElse(String.join(" ", one.standsAt())),
        one.invitation().map(UUID::toString).orElse(""),
        one.started().toString(),
        one.lastChange().toString(),
        one.ended().map(Instant::toString).orElse(""),
        Integer.toString(one.version()));
  }

  private static Problem misread() {
    return new Problem(Problem.Kind.INVALID, "invalid-request");
  }
}
