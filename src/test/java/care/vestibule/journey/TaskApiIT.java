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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same list for health records that show one of their own. */
class TaskApiIT {

  private static final String ZAVALA = "9999940999";
  private static final String POLLICH = "9999986893";

  private final TestInstallation vestibule = TestInstallation.open();
  private final JourneyDoctor zavala = vestibule.doctor(ZAVALA);
  private final JourneyDoctor pollich = vestibule.doctor(POLLICH);

  @Test
  void aSystemReadsADoctorsListAndAnswersInTheirName() {
    var patient = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA));
    var task = zavala.awaitsRequestOf(patient);
    var system = new JourneyHttp(vestibule.address());
    var headers =
        new String[] {
          "Authorization",
          "Bearer " + vestibule.demo().apiKey(),
          "On-Behalf-Of",
          vestibule.professional(ZAVALA).id().toString()
        };

    var list = JourneyHttp.json(system.get("/api/v1/tasks?limit=500", headers));
    assertThat(list.get("tasks").findValuesAsString("id")).contains(task.toString());
    assertThat(list.get("counts").get("queue").asInt()).isPositive();
    var detail = JourneyHttp.json(system.get("/api/v1/tasks/" + task, headers));
    assertThat(detail.get("task").get("state").asString()).isEqualTo("waiting");
    assertThat(detail.get("holding").get("dataSamples").asInt()).isOne();
    var fhir = JourneyHttp.json(system.get("/fhir/Task/" + task, headers));
    assertThat(fhir.get("status").asString()).isEqualTo("requested");
    assertThat(fhir.get("for").get("reference").asString()).isEqualTo("Patient/" + patient);

    post(system, "/api/v1/tasks/" + task + "/comments", "{\"words\": \"from the EHR\"}", headers);
    var approved =
        post(
            system,
            "/api/v1/tasks/" + task + "/approve",
            "{\"fingerprint\": \"" + detail.get("fingerprint").asString() + "\"}",
            headers);
    assertThat(approved.get("comments").get(0).get("words").asString()).isEqualTo("from the EHR");
    zavala.awaitsStatus(task, "completed");
    var done = JourneyHttp.json(system.get("/fhir/Task?status=completed&_count=500", headers));
    assertThat(done.get("entry").findValuesAsString("id")).contains(task.toString());
  }

  @Test
  void whatIsMissingOrWrongIsRefusedByName() {
    var task = zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    assertThat(problem(json(zavala, task, "approve", "{}"))).endsWith(":fingerprint-missing");
    assertThat(problem(json(zavala, task, "decline", "{}"))).endsWith(":reason-missing");
    assertThat(problem(json(zavala, task, "assign", "{\"colleague\": \"" + task + "\"}")))
        .endsWith(":no-colleague");
    assertThat(problem(json(zavala, task, "comments", "{\"words\": \" \"}")))
        .endsWith(":comment-length");
    assertThat(json(pollich, task, "take", "{}").statusCode()).isEqualTo(404);
    var tooLong = "{\"words\": \"" + "x".repeat(1001) + "\"}";
    assertThat(problem(json(zavala, task, "comments", tooLong))).endsWith(":comment-length");
  }

  @Test
  void aDeputySeesAndAnswersForTheDaysArrangedAndNotWithoutThem() {
    var patient = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA));
    var task = zavala.awaitsRequestOf(patient);
    assertThat(pollich.notification(task).get("status").asInt()).isEqualTo(404);
    var today = LocalDate.now(ZoneId.systemDefault());
    var later = arranged(today.plusDays(3), today.plusDays(9));
    assertThat(pollich.notification(task).get("status").asInt()).isEqualTo(404);
    var now = arranged(today.minusDays(1), today);
    assertThat(pollich.notification(task).get("status").asString()).isEqualTo("pending");

    // A deputy shares what the deputy holds: nothing, here; and says so.
    assertThat(pollich.approves(task).statusCode()).isEqualTo(302);
    zavala.awaitsStatus(task, "completed");
    assertThat(zavala.report(task).toString()).contains("\"modified\":0");
    end(now);
    end(later);
    var other = zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    assertThat(pollich.notification(other).get("status").asInt()).isEqualTo(404);
  }

  @Test
  void aDeputyAnswersTheirOwnRequestAndLeavesTheOtherOpenOrTakesItOver() {
    var left = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA, POLLICH));
    var over = vestibule.patientWhoAsks(SmallPatient.of(ZAVALA, POLLICH));
    var today = LocalDate.now(ZoneId.systemDefault());
    var deputyship = arranged(today, today);
    try {
      var leftOpen = requestOf(left, ZAVALA);
      pollich.approves(requestOf(left, POLLICH));
      pollich.awaitsStatus(requestOf(left, POLLICH), "completed");
      assertThat(zavala.notification(leftOpen).get("status").asString()).isEqualTo("pending");

      var takenOver = requestOf(over, ZAVALA);
      pollich.approves(takenOver);
      pollich.awaitsStatus(takenOver, "completed");
      assertThat(shared(takenOver)).as("what the deputy holds").isEqualTo(3);
      assertThat(zavala.opens(takenOver).body()).contains("Approved by Dr. Carrol Pollich");
    } finally {
      end(deputyship);
    }
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

  private int shared(UUID request) {
    var report = zavala.report(request).get("statuses");
    return report.get("patient").get("modified").asInt()
        + report.get("healthcareElements").get("modified").asInt()
        + report.get("dataSamples").get("modified").asInt();
  }

  @Test
  void whatWasCheckedWithOneKeyIsNotApprovedWithAnother() {
    var task = zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    var page = zavala.opens(task).body();
    var csrf = JourneyHttp.csrfIn(page);
    zavala
        .http()
        .submit(
            "/tasks/" + task + "/check",
            Map.of("fingerprint", zavala.fingerprintOn(task), "_csrf", csrf));
    var swapped =
        vestibule
            .database()
            .sql("update task_look set fingerprint = :other where notification_id = :id")
            .param("other", "11111 22222 33333 44444 55555 66666")
            .param("id", task)
            .update();
    assertThat(swapped).isOne();

    var outcome =
        zavala
            .http()
            .submit("/tasks/selection", Map.of("wanted", task.toString(), "_csrf", csrf))
            .body();
    assertThat(outcome).contains("data-news=\"key-changed\"");
    assertThat(zavala.notification(task).get("status").asString()).isEqualTo("pending");
    assertThat(outcome).doesNotContain("data-news=\"approved\"");
  }

  @Test
  void whoTakesARequestAndFallsSilentGivesItBackWithTheLease() {
    var task = zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    assertThat(zavala.changes(task, "{\"status\": \"ongoing\"}").statusCode()).isEqualTo(200);
    leaseRanOutAMinuteAgo(task);
    zavala.awaitsStatus(task, "pending");
    var unused =
        Await.until(
            "the page says why",
            Duration.ofSeconds(20),
            () -> zavala.opens(task).body(),
            page -> page.contains("It went back to the queue"));
    assertThat(zavala.approves(task).statusCode()).isEqualTo(302);
    zavala.awaitsStatus(task, "completed");
  }

  @Test
  void aDoctorIsMailedOnceOnADayThatSomebodyWaitsAndNobodyIsNamed() {
    var patient = SmallPatient.of(ZAVALA);
    zavala.awaitsRequestOf(vestibule.patientWhoAsks(patient));
    var address = vestibule.professional(ZAVALA).email().orElseThrow();
    var letters = new PatientMailbox(vestibule.address(), address, "");
    var digests =
        Await.until(
            "a digest for " + address,
            Duration.ofSeconds(30),
            () -> digests(letters),
            found -> !found.isEmpty());
    // The clock that sends them ticks every two seconds here: a second one would be there by then.
    zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    assertThat(digests(letters)).isEqualTo(digests).hasSize(1);
    assertThat(digests.getFirst().get("text").asString())
        .contains("/tasks")
        .doesNotContain(patient.family());
  }

  private static List<JsonNode> digests(PatientMailbox letters) {
    return letters.mails().stream()
        .filter(mail -> mail.get("subject").asString("").startsWith("Requests wait for you"))
        .toList();
  }

  @Test
  void whereTheClinicWantsItNobodyApprovesBeforeTheDigitsWereCompared() {
    var task = zavala.awaitsRequestOf(vestibule.patientWhoAsks(SmallPatient.of(ZAVALA)));
    verifiedKeys(true);
    try {
      var fingerprint = zavala.fingerprintOn(task);
      var refused = zavala.approvesByApi(task, fingerprint);
      assertThat(problem(refused)).endsWith(":key-not-compared");
      var body =
          "{\"fingerprint\": \"" + fingerprint + "\", \"verification\": \"VERIFIED_IN_PERSON\"}";
      assertThat(json(zavala, task, "approve", body).statusCode()).isEqualTo(200);
      zavala.awaitsStatus(task, "completed");
    } finally {
      verifiedKeys(false);
    }
  }

  private void verifiedKeys(boolean wanted) {
    vestibule
        .database()
        .sql("update clinic set verified_keys = :wanted")
        .param("wanted", wanted)
        .update();
  }

  private void leaseRanOutAMinuteAgo(UUID task) {
    var changed =
        vestibule
            .database()
            .sql(
                "update notifications set lease_until = now() - interval '1 minute' where id = :id")
            .param("id", task)
            .update();
    assertThat(changed).isOne();
  }

  private UUID arranged(LocalDate from, LocalDate until) {
    var answer =
        zavala
            .http()
            .post(
                "/api/v1/deputyships",
                "application/json",
                "{\"deputy\": \"%s\", \"from\": \"%s\", \"until\": \"%s\"}"
                    .formatted(vestibule.professional(POLLICH).id(), from, until));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return UUID.fromString(JourneyHttp.json(answer).get("id").asString());
  }

  private void end(UUID deputyship) {
    var answer = zavala.http().delete("/api/v1/deputyships/" + deputyship);
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  private static HttpResponse<String> json(
      JourneyDoctor doctor, UUID task, String step, String body) {
    return doctor.http().post("/api/v1/tasks/" + task + "/" + step, "application/json", body);
  }

  private static String problem(HttpResponse<String> answer) {
    return JourneyHttp.json(answer).path("type").asString("");
  }

  private static JsonNode post(JourneyHttp system, String path, String body, String... headers) {
    var answer = system.post(path, "application/json", body, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JourneyHttp.json(answer);
  }
}
