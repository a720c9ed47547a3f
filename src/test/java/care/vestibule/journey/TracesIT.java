package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever collects traces and logs learns, and what they do not. */
class TracesIT {

  private static final String ZAVALA = "9999940999";
  private static final Duration BUDGET = Duration.ofSeconds(60);

  @TempDir private Path temporary;
  private final TraceReceiver receiver = new TraceReceiver();

  @Test
  void anInvitationIsOneTraceFromTheRequestToTheMailAndTellsNothingAboutThePatient() {
    var tag = UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "q");
    var patient = SmallPatient.of(ZAVALA).named("Canary" + tag, "canary." + tag + "@example.org");
    var log = temporary.resolve("log.json");
    try (receiver;
        var vestibule = new KillableInstallation(temporary.resolve("vestibule"), settings(log))) {
      var clinic = vestibule.clinicSystem();
      var id = patient.importedBy(clinic);
      clinic.invites(id, vestibule.notice().doctor());
      var link = vestibule.letterbox(patient).awaitsLink(1);
      var device = new PatientDevice(vestibule.address());
      device.enrolsWithoutCode(link);
      var request = vestibule.doctor().awaitsRequestOf(id);
      vestibule.doctor().opens(request);
      vestibule.doctor().approves(request);
      vestibule.doctor().awaitsStatus(request, "completed");

      var mail = way("vestibule.message email", "vestibule.job send-invitation");
      assertThat(mail)
          .containsExactly(
              "http post /api/v1/invitations",
              "vestibule.outbox InvitationRequested",
              "vestibule.job send-invitation",
              "vestibule.message email");
      assertThat(way("vestibule.job share-data", "vestibule.outbox task"))
          .containsExactly(
              "http post /tasks/{id}/approve", "vestibule.outbox task", "vestibule.job share-data");

      vestibule.application().killBroker();
      clinic.asksToInvite(
          SmallPatient.of(ZAVALA).importedBy(clinic), vestibule.notice().doctor(), "auto", "PT1H");
      var waiting =
          Await.until("a line with a trace", BUDGET, () -> lines(log), TracesIT::hasWaiting);
      assertThat(waiting).allMatch(line -> line.contains("\"ecs\":{\"version\":"));

      var canaries =
          List.of(
              Canary.text("the name", patient.family()),
              Canary.text("the address", patient.email()),
              Canary.text("the patient", id.toString()),
              Canary.secret("the link's selector", part(link, 1)),
              Canary.secret("the link's secret", part(link, 2)),
              Canary.secret("the link's bind", part(link, 3)));
      assertThat(Canary.in("the traces", receiver.received(), canaries)).isEmpty();
      assertThat(Canary.in("the log", String.join("\n", waiting), canaries)).isEmpty();
      assertThat(receiver.spans().stream().flatMap(span -> span.attributes().stream()))
          .as("the search finds what is there")
          .contains("type=InvitationRequested", "outcome=completed");
    }
  }

  private Map<String, String> settings(Path log) {
    return Map.of(
        "management.opentelemetry.tracing.export.otlp.endpoint",
        receiver.address().toString(),
        "management.opentelemetry.tracing.export.schedule-delay",
        "200ms",
        "logging.structured.format.file",
        "ecs",
        "logging.file.name",
        log.toString());
  }

  /**
   * The names from the first span of the trace to one of that name, whose parent is of the other.
   */
  private List<String> way(String name, String parent) {
    return Await.until(
        "the way to " + name,
        BUDGET,
        () ->
            receiver.spans().stream()
                .filter(span -> span.name().equals(name))
                .map(this::way)
                .filter(way -> way.size() > 2 && way.get(way.size() - 2).equals(parent))
                .findFirst()
                .orElse(List.of()),
        way -> way.size() > 2 && way.getFirst().startsWith("http"));
  }

  private List<String> way(TraceReceiver.Span last) {
    var way = new ArrayList<String>();
    way.add(last.name());
    var at = last;
    while (!at.parent().isEmpty()) {
      var wanted = at;
      var found =
          receiver.spans().stream()
              .filter(span -> span.id().equals(wanted.parent()))
              .filter(span -> span.trace().equals(wanted.trace()))
              .findFirst();
      if (found.isEmpty()) {
        return List.of();
      }
      at = found.get();
      way.addFirst(at.name());
    }
    return way;
  }

  private static boolean hasWaiting(List<String> lines) {
    return lines.stream()
        .anyMatch(
            line -> line.contains("waits for the engine") && line.contains("\"trace.id\":\""));
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(String link, int index) {
    return link.substring(link.indexOf('#')).split("\\.", -1)[index];
  }
}
