package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a doctor may not see, and what nobody may do to a notification. */
class RightsIT {

  private static final String ZAVALA = "9999940999";
  private static final String OTHER = "9999986893";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();
  private final JourneyDoctor doctor = vestibule.doctor(ZAVALA);
  private final JourneyDoctor stranger = vestibule.doctor(OTHER);

  private UUID request = new UUID(0, 0);

  @BeforeEach
  void ask() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    clinic.invites(id, vestibule.demo().doctor().value());
    new PatientDevice(vestibule.address())
        .enrolsWithoutCode(
            new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1));
    request = doctor.awaitsRequestOf(id);
  }

  @Test
  void aForeignTaskNotificationAndReportAreNotFound() {
    var fingerprint = doctor.fingerprintOn(request);

    assertThat(stranger.opens(request).statusCode()).isEqualTo(404);
    assertThat(stranger.notification(request).get("status").asInt()).isEqualTo(404);
    assertThat(stranger.report(request).get("status").asInt()).isEqualTo(404);
    assertThat(stranger.approvesByApi(request, fingerprint).statusCode()).isEqualTo(404);
    assertThat(stranger.changes(request, "{\"status\": \"ongoing\"}").statusCode()).isEqualTo(404);
    assertThat(stranger.http().get("/monitor").statusCode()).isEqualTo(403);
    assertThat(stranger.http().get("/my").statusCode()).isEqualTo(403);
    assertThat(doctor.notification(request).get("status").asString()).isEqualTo("pending");
    assertThat(refusals("NOT_FOUND")).isPositive();
  }

  @Test
  void whatIsDoneIsNotUndoneAndTheAttemptIsRecorded() {
    doctor.approves(request);
    doctor.awaitsStatus(request, "completed");

    assertThat(doctor.changes(request, "{\"status\": \"pending\"}").statusCode()).isEqualTo(409);
    assertThat(doctor.changes(request, "{\"status\": \"cancelled\"}").statusCode()).isEqualTo(409);

    assertThat(doctor.notification(request).get("status").asString()).isEqualTo("completed");
    var alarms =
        vestibule
            .database()
            .sql(
                "select count(*) from audit_event"
                    + " where action = 'TRANSITION_REFUSED' and subject = :it")
            .param("it", "notification:" + request)
            .query(Integer.class)
            .single();
    assertThat(alarms).isEqualTo(2);
  }

  @Test
  void whatWasCancelledDoesNotComeBack() {
    doctor.declines(request, "TALK_FIRST", "");
    doctor.awaitsStatus(request, "cancelled");

    assertThat(doctor.changes(request, "{\"status\": \"ongoing\"}").statusCode()).isEqualTo(409);
    assertThat(doctor.notification(request).get("status").asString()).isEqualTo("cancelled");
  }

  @Test
  void nothingButTheStatusOfANotificationCanBeChanged() {
    var before = doctor.notification(request);
    for (var field : Map.of("author", "x", "type", "OTHER", "responsible", "y").keySet()) {
      var refused = doctor.changes(request, "{\"status\": \"ongoing\", \"" + field + "\": \"x\"}");
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(JourneyHttp.json(refused).get("type").asString()).endsWith(":immutable-field");
    }
    assertThat(doctor.notification(request)).isEqualTo(before);
  }

  private int refusals(String code) {
    return vestibule
        .database()
        .sql(
            """
            select count(*) from notification_history
            where notification_id = :id and kind = 'REFUSED' and reason = :code
            """)
        .param("id", request)
        .param("code", code)
        .query(Integer.class)
        .single();
  }
}
