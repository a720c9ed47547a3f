package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is private turns up in no engine record, log line, error or database file. */
class CanaryIT {

  private static final String ZAVALA = "9999940999";
  private static final String OTHER = "9999986893";

  @TempDir private Path temporary;

  @Test
  void namesAddressesNotesTokensAndKeysAreNeitherInTheEngineNorInLogsNorInErrors() {
    var tag = UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "q");
    var words = "words " + tag;
    var patient =
        SmallPatient.of(ZAVALA, OTHER).named("Canary" + tag, "canary." + tag + "@example.org");
    try (var vestibule = new KillableInstallation(temporary.resolve("vestibule"), Map.of())) {
      var clinic = vestibule.clinicSystem();
      var id = patient.importedBy(clinic);
      var invitation = clinic.invites(id, vestibule.notice().doctor());
      var link = vestibule.letterbox(patient).awaitsLink(1);
      var device = new PatientDevice(vestibule.address());
      device.enrolsWithoutCode(link);
      var request = vestibule.doctor().awaitsRequestOf(id);
      vestibule.doctor().approves(request);
      var other = vestibule.otherDoctor();
      other.declines(other.awaitsRequestOf(id), "TALK_FIRST", words);
      clinic.awaitsOutcome(invitation, "partly-shared");
      assertThat(device.reads()).isNotEmpty();

      var sealed =
          List.of(
              Canary.text("the note", patient.note()),
              Canary.text("a diagnosis", "condition 1 of " + patient.source()),
              Canary.secret("the link's secret", part(link, 2)),
              Canary.secret("the link's bind", part(link, 3)),
              Canary.text("the API key", vestibule.notice().apiKey().split("_", 3)[2]),
              new Canary("the device's signing key", device.signingSeed()));
      var personal =
          List.of(
              Canary.text("the name", patient.family()),
              Canary.text("the address", patient.email()),
              Canary.text("the doctor's words", words));
      var all = Stream.concat(sealed.stream(), personal.stream()).toList();

      var errors = errors(vestibule, clinic, patient, link);
      assertThat(errors).allMatch(body -> Canary.in("an error", body, all).isEmpty());
      // Its last words are on the disk when it has ended.
      vestibule.application().kill();
      var broker = vestibule.directory().resolve("broker");
      var database = vestibule.directory().resolve("database");
      assertThat(Canary.below(broker, all)).isEmpty();
      assertThat(Canary.in("the log", logWithoutNotice(vestibule), all)).isEmpty();
      assertThat(Canary.below(database, sealed)).isEmpty();

      assertThat(Canary.below(broker, List.of(Canary.text("id", invitation.toString()))))
          .as("the search finds what is there")
          .isNotEmpty();
      assertThat(Canary.below(database, personal)).isNotEmpty();
      assertThat(Canary.in("the log", vestibule.application().output(), all))
          .containsExactly("the API key in the log");
    }
  }

  /** What is answered to input that is wrong and private at once. */
  private static List<String> errors(
      KillableInstallation vestibule, ClinicSystem clinic, SmallPatient patient, String link) {
    var device = new PatientDevice(vestibule.address());
    var private1 = patient.family();
    return Stream.of(
            clinic.post("/api/v1/invitations", "{\"patientId\": \"" + private1 + "\""),
            clinic.post(
                "/api/v1/invitations",
                "{\"patientId\": \"%s\", \"channel\": \"%1$s\"}".formatted(private1)),
            clinic.post("/fhir", "{\"resourceType\": \"" + private1 + "\"}"),
            clinic.get("/api/v1/invitations/" + private1),
            clinic.get("/fhir/" + private1),
            device.knocks(link),
            device.asksForFreshLink(link),
            device.http().get("/i/" + private1),
            device.http().get("/my/records?cursor=" + private1))
        .map(answer -> answer.body())
        .toList();
  }

  /** The notice prints the demo's API key for the person at this machine; that is its purpose. */
  private static String logWithoutNotice(KillableInstallation vestibule) {
    var output = vestibule.application().output();
    var begin = output.indexOf("Vestibule is ready");
    var end = output.indexOf("PT1H", begin);
    return output.substring(0, begin) + output.substring(end);
  }

  private static String part(String link, int index) {
    return link.substring(link.indexOf('#')).split("\\.", -1)[index];
  }
}
