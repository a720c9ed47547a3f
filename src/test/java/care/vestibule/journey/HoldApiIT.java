package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holding back single records for health records that show a list of their own, and attackers. */
class HoldApiIT {

  private static final String ZAVALA = "9999940999";
  private static final String POLLICH = "9999986893";

  private final TestInstallation vestibule = TestInstallation.open();
  private final JourneyDoctor zavala = vestibule.doctor(ZAVALA);
  private final JourneyDoctor pollich = vestibule.doctor(POLLICH);
  private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

  @Test
  void aSystemListsTheRecordsApprovesAllButOneAndReleasesItAgain() {
    var small = SmallPatient.of(ZAVALA);
    var patient = vestibule.patientWhoAsks(small);
    var task = zavala.awaitsRequestOf(patient);
    var condition = recordOf(zavala, task, "Condition");

    var approved = approve(zavala, task, wish(condition, "PREVENT_HARM", today.plusDays(90)));
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    var held = JourneyHttp.json(approved).get("heldBack").get(0);
    assertThat(held.get("record").asString()).isEqualTo(condition);
    assertThat(held.get("until").asString()).isEqualTo(today.plusDays(90).toString());
    zavala.awaitsStatus(task, "completed");

    var report = zavala.report(task).get("statuses");
    assertThat(report.get("healthcareElements").get("success").asBoolean()).isFalse();
    assertThat(report.get("healthcareElements").get("error").asString()).isEqualTo("HELD_BACK");
    assertThat(report.get("healthcareElements").get("heldBack").asInt()).isOne();
    assertThat(report.get("dataSamples").get("modified").asInt()).isOne();
    var fhir = JourneyHttp.json(zavala.http().get("/fhir/Task/" + task));
    assertThat(fhir.get("output").get(0).get("valuePositiveInt").asInt()).isOne();
    assertThat(record(zavala, task, condition).get("state").asString()).isEqualTo("held-back");
    assertThat(zavala.opens(task).body()).contains("What you hold back from this patient");

    var release = "/records/" + condition + "/release";
    assertThat(post(pollich, task, release, "{}").statusCode()).isEqualTo(404);
    assertThat(post(zavala, task, release, "{}").statusCode()).isEqualTo(204);
    assertThat(problem(post(zavala, task, release, "{}"))).endsWith(":hold-none");
    var shared =
        Await.until(
            "what was released is shared",
            Duration.ofSeconds(90),
            () -> zavala.report(task).get("statuses").get("healthcareElements"),
            now -> now.get("modified").asInt() == 1);
    assertThat(shared.get("success").asBoolean()).isTrue();
    assertThat(shared.get("heldBack").asInt()).isZero();
    new PatientMailbox(vestibule.address(), small.email(), "")
        .awaitsMailAbout("There is more to read");
  }

  @Test
  void aShareOfWhichEverythingIsHeldBackIsCalledNoShareAnywhere() {
    var small = SmallPatient.of(ZAVALA);
    var patient = small.importedBy(vestibule.clinicSystem());
    vestibule.clinicSystem().invites(patient, vestibule.professional(ZAVALA).id().value());
    var letters = new PatientMailbox(vestibule.address(), small.email(), "");
    var device = new PatientDevice(vestibule.address());
    device.enrolsWithoutCode(letters.awaitsLink(1));
    var task = zavala.awaitsRequestOf(patient);
    var all =
        List.of("Patient", "Condition", "Observation").stream()
            .map(type -> wish(recordOf(zavala, task, type), "RIGHTS_OF_OTHERS", today))
            .collect(Collectors.joining(","));

    assertThat(approve(zavala, task, all).statusCode()).isEqualTo(200);
    zavala.awaitsStatus(task, "completed");

    for (var part : zavala.report(task).get("statuses")) {
      assertThat(part.get("success").asBoolean()).isFalse();
      assertThat(part.get("modified").asInt()).isZero();
    }
    var detail = JourneyHttp.json(zavala.http().get("/api/v1/tasks/" + task));
    assertThat(detail.get("task").get("state").asString()).isEqualTo("held_back");
    var progress = device.progress();
    assertThat(progress.get("shared").asInt()).isZero();
    assertThat(progress.get("doctors").get(0).get("state").asString()).isEqualTo("HELD_BACK");
    assertThat(device.page())
        .contains("holds back 3 entries until")
        .contains("because this also tells about somebody else, who has rights too.");
    letters.awaitsMailAbout("some entries are held back");
  }

  @Test
  void whatCannotBeHeldBackIsRefusedByNameAndNothingIsShared() {
    var patient = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA, POLLICH));
    var task = requestOf(patient, ZAVALA);
    var theirs = requestOf(patient, POLLICH);
    var own = recordOf(zavala, task, "Condition");
    var foreign = recordOf(pollich, theirs, "Observation");
    var fiftyOne =
        IntStream.range(0, 51)
            .mapToObj(i -> wish(UUID.randomUUID().toString(), "PREVENT_HARM", today))
            .collect(Collectors.joining(","));
    var attempts =
        Map.of(
            wish(own, "PREVENT_HARM", today.minusDays(1)),
            "hold-day",
            wish(own, "PREVENT_HARM", today.plusDays(91)),
            "hold-day",
            wish(own, "I_DO_NOT_WANT_TO", today),
            "unknown-reason",
            wish(foreign, "PREVENT_HARM", today),
            "hold-no-record",
            wish(UUID.randomUUID().toString(), "PREVENT_HARM", today),
            "hold-no-record",
            fiftyOne,
            "hold-too-many",
            "{\"reason\": \"PREVENT_HARM\"}",
            "record-missing",
            "{\"record\": \"" + own + "\", \"reason\": \"PREVENT_HARM\"}",
            "until-missing",
            "{\"record\": \"" + own + "\"}",
            "reason-missing",
            "{\"record\": \"no uuid\"}",
            "invalid-request");
    attempts.forEach(
        (wishes, slug) -> {
          var answer = approve(zavala, task, wishes);
          assertThat(problem(answer)).as(wishes).endsWith(":" + slug);
          assertThat(answer.headers().firstValue("Content-Type").orElse(""))
              .startsWith("application/problem+json");
        });
    assertThat(zavala.notification(task).get("status").asString()).isEqualTo("pending");
    assertThat(heldBackFrom(patient)).isZero();

    var stranger = vestibule.doctorOfAnotherClinic();
    for (var other : new JourneyDoctor[] {pollich, stranger}) {
      assertThat(post(other, task, "/approve", body("1", wish(own, "PREVENT_HARM", today))))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(404);
      assertThat(other.http().get("/api/v1/tasks/" + task + "/records").statusCode())
          .isEqualTo(404);
      assertThat(other.http().get("/tasks/" + task + "/records").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatWasChosenOnThePageStopsEveryApprovalThatDoesNotNameIt() {
    var patient = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA));
    var task = zavala.awaitsRequestOf(patient);
    var condition = recordOf(zavala, task, "Condition");
    var fingerprint = zavala.fingerprintOn(task);
    var csrf = JourneyHttp.csrfIn(zavala.opens(task).body());
    submit(task, "/check", Map.of("fingerprint", fingerprint, "_csrf", csrf));
    var chosen =
        submit(
            task,
            "/records",
            Map.of(
                "record",
                condition,
                "reason",
                "BEING_CORRECTED",
                "until",
                today.toString(),
                "_csrf",
                csrf));
    assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(302);

    assertThat(problem(zavala.approvesByApi(task, fingerprint))).endsWith(":has-holds");
    assertThat(problem(approve(zavala, task, ""))).endsWith(":has-holds");
    var page = submit(task, "/approve", Map.of("fingerprint", fingerprint, "_csrf", csrf));
    assertThat(page.headers().firstValue("Location").orElse("")).contains("news=has-holds");
    var together =
        zavala
            .http()
            .submit("/tasks/selection", Map.of("wanted", task.toString(), "_csrf", csrf))
            .body();
    assertThat(together).contains("data-news=\"has-holds\"");
    assertThat(zavala.notification(task).get("status").asString()).isEqualTo("pending");

    // A page from before another choice was taken back does not approve either.
    var seen = Map.of("fingerprint", fingerprint, "_csrf", csrf, "heldBack", condition);
    submit(task, "/records/" + condition + "/forget", Map.of("_csrf", csrf));
    assertThat(submit(task, "/approve", seen).headers().firstValue("Location").orElse(""))
        .contains("news=has-holds");
    submit(
        task,
        "/records",
        Map.of(
            "record",
            condition,
            "reason",
            "BEING_CORRECTED",
            "until",
            today.toString(),
            "_csrf",
            csrf));
    assertThat(submit(task, "/approve", seen).headers().firstValue("Location").orElse(""))
        .contains("news=approved");
    zavala.awaitsStatus(task, "completed");
    assertThat(heldBackFrom(patient)).isOne();
  }

  private String recordOf(JourneyDoctor doctor, UUID task, String type) {
    var found =
        JourneyHttp.json(doctor.http().get("/api/v1/tasks/" + task + "/records?type=" + type));
    assertThat(found.get("records")).hasSize(1);
    return found.get("records").get(0).get("id").asString();
  }

  private JsonNode record(JourneyDoctor doctor, UUID task, String id) {
    for (var one :
        JourneyHttp.json(doctor.http().get("/api/v1/tasks/" + task + "/records")).get("records")) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("No record " + id);
  }

  private UUID requestOf(UUID patient, String npi) {
    return Await.until(
            "the request to " + npi,
            Duration.ofSeconds(60),
            () ->
                vestibule
                    .database()
                    .sql("select id from notifications where responsible = :patient and hcp = :hcp")
                    .param("patient", patient)
                    .param("hcp", vestibule.professional(npi).id().value())
                    .query(UUID.class)
                    .list(),
            found -> found.size() == 1)
        .getFirst();
  }

  private int heldBackFrom(UUID patient) {
    return vestibule
        .database()
        .sql("select count(*) from held_back where patient_id = :patient")
        .param("patient", patient)
        .query(Integer.class)
        .single();
  }

  private static String wish(String record, String reason, LocalDate until) {
    return "{\"record\": \"%s\", \"reason\": \"%s\", \"until\": \"%s\"}"
        .formatted(record, reason, until);
  }

  private static String body(String fingerprint, String wishes) {
    return "{\"fingerprint\": \"%s\", \"holdBack\": [%s]}".formatted(fingerprint, wishes);
  }

  private HttpResponse<String> approve(JourneyDoctor doctor, UUID task, String wishes) {
    return post(doctor, task, "/approve", body(doctor.fingerprintOn(task), wishes));
  }

  private static HttpResponse<String> post(
      JourneyDoctor doctor, UUID task, String step, String body) {
    return doctor.http().post("/api/v1/tasks/" + task + step, "application/json", body);
  }

  private HttpResponse<String> submit(UUID task, String step, Map<String, String> form) {
    return zavala.http().submit("/tasks/" + task + step, form);
  }

  private static String problem(HttpResponse<String> answer) {
    return JourneyHttp.json(answer).path("type").asString("");
  }
}
