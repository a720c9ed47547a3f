package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.audit.Alarm;
import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class ProcessInstanceSearchTests {

  private static final Pattern KEY = Pattern.compile("href=\"/monitor/instances/(\\d+)\"");

  private final MonitoringFixture ward;
  private final Projection projection;
  private final ClinicId clinic;
  private final int port;
  private final OperatorBrowser operator;

  ProcessInstanceSearchTests(
      @Autowired MonitoringFixture ward,
      @Autowired Projection projection,
      @LocalServerPort int port) {
    this.ward = ward;
    this.projection = projection;
    this.port = port;
    this.clinic = ward.aClinic();
    this.operator =
        new OperatorBrowser(port).signIn(ward.operationsOf(clinic), MonitoringFixture.PASSWORD);
  }

  @Test
  void aPatientsProcessesAreFoundByIdAndByReference() {
    var one = invited();
    var other = invited();
    var patient = ward.invitationIs(clinic, one.invitation(), "patient_id");
    var reference = ward.referenceOf(clinic, UUID.fromString(patient));

    assertThat(found("?patient=" + patient)).containsExactly(one.instance());
    assertThat(found("?patient=Patient/" + patient)).containsExactly(one.instance());
    assertThat(found("?patient=" + reference)).containsExactly(one.instance());
    assertThat(found("?patient=" + one.invitation())).isEmpty();
    assertThat(found("")).containsExactly(other.instance(), one.instance());
  }

  @Test
  void aDoctorsProcessesAreThoseInWhichTheDoctorWasAsked() {
    var one = invited();
    var other = invited();
    var doctor = ward.aDoctor(clinic);
    ward.asked(clinic, doctor, one.invitation(), Optional.empty());
    ward.asked(clinic, ward.aDoctor(clinic), other.invitation(), Optional.empty());

    assertThat(found("?hcp=" + doctor)).containsExactly(one.instance());
    assertThat(found("?hcp=Practitioner/" + doctor)).containsExactly(one.instance());
    assertThat(found("?hcp=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void anotherClinicsPatientAndDoctorFindNothing() {
    var theirs = invited();
    var doctor = ward.aDoctor(clinic);
    ward.asked(clinic, doctor, theirs.invitation(), Optional.empty());
    var patient = ward.invitationIs(clinic, theirs.invitation(), "patient_id");
    var other =
        new OperatorBrowser(port)
            .signIn(ward.operationsOf(ward.aClinic()), MonitoringFixture.PASSWORD);

    assertThat(keysIn(other.page("/monitor/instances?patient=" + patient))).isEmpty();
    assertThat(keysIn(other.page("/monitor/instances?hcp=" + doctor))).isEmpty();
  }

  @Test
  void processesAreFoundByTheirAge() {
    var old = invited();
    var young = invited();
    TestDatabase.get()
        .jdbc()
        .sql(
            "update engine_instance set started_at = started_at - interval '9 days' where instance_key = :key")
        .param("key", old.instance())
        .update();

    assertThat(found("?older=0")).containsExactly(young.instance(), old.instance());
    assertThat(found("?older=9")).containsExactly(old.instance());
    assertThat(found("?older=10")).isEmpty();
  }

  @Test
  void processesAreFoundByWhatHoldsThemUpOrDid() {
    var stuck = EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED");
    stuck.seenBy(projection);
    var mended = EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED").resolved();
    mended.seenBy(projection);
    invited();

    assertThat(found("?incident=keystore")).containsExactly(mended.instance(), stuck.instance());
    assertThat(found("?incident=KEYSTORE_LOCKED&state=incident")).containsExactly(stuck.instance());
    assertThat(found("?incident=KEY_TORE")).isEmpty();
    assertThat(found("?incident=SHARE")).isEmpty();
  }

  @Test
  void whatIsNoReferenceNoNameAndNoNumberOfDaysIsSaidToBeNone() {
    for (var query :
        List.of(
            "patient=Weber",
            "hcp=dr-weber",
            "older=x",
            "older=-1",
            "older=99999999999",
            "element=%00",
            "incident=%00",
            "incident=%25",
            "incident=" + "A".repeat(101))) {
      assertThat(operator.page("/monitor/instances?" + query))
          .as(query)
          .contains("This cannot be searched for.");
    }
  }

  @Test
  void theSpreadsheetAndTheSavedViewHaveTheSameFilter() {
    var one = invited();
    var other = invited();
    var patient = ward.invitationIs(clinic, one.invitation(), "patient_id");
    var query = "?patient=" + patient + "&older=0";

    assertThat(operator.page("/monitor/instances" + query))
        .contains("/monitor/instances.csv?patient=" + patient + "&amp;older=0");
    assertThat(operator.get("/monitor/instances.csv" + query).body())
        .contains(Long.toString(one.instance()))
        .doesNotContain(Long.toString(other.instance()));
  }

  @Test
  void aProcessTellsWhatItCarriesAndWhoDidWhat() {
    var story = invited();
    var doctor = ward.aDoctor(clinic);
    var asked = ward.asked(clinic, doctor, story.invitation(), Optional.empty());
    var patient = ward.invitationIs(clinic, story.invitation(), "patient_id");
    ward.alarm(clinic, Alarm.INVITATION_LOCKED, "invitation:" + story.invitation());
    ward.alarm(clinic, Alarm.TRANSITION_REFUSED, "notification:" + asked.id());
    ward.alarm(clinic, Alarm.SHARE_REFUSED, "patient:" + patient);
    ward.alarm(clinic, Alarm.RECORD_TAMPERED, "notification:" + UUID.randomUUID());

    assertThat(operator.page("/monitor/instances/" + story.instance()))
        .containsSubsequence("clinicRef", clinic.toString())
        .containsSubsequence("invitationId", story.invitation().toString())
        .containsSubsequence(
            "patientRef", ward.referenceOf(clinic, UUID.fromString(patient)).toString())
        .containsSubsequence("hcpRef", "notificationId", asked.id().toString())
        .contains("INVITATION_LOCKED", "TRANSITION_REFUSED", "SHARE_REFUSED")
        .doesNotContain("RECORD_TAMPERED", "??");
  }

  @Test
  void whatWasDoneForThePatientBeforeTheProcessBeganIsNoneOfItsAudit() {
    var story = invited();
    var patient = ward.invitationIs(clinic, story.invitation(), "patient_id");
    ward.alarm(clinic, Alarm.SHARE_REFUSED, "patient:" + patient);
    TestDatabase.get()
        .jdbc()
        .sql(
            "update engine_instance set started_at = now() + interval '1 hour' where instance_key = :key")
        .param("key", story.instance())
        .update();

    assertThat(operator.page("/monitor/instances/" + story.instance()))
        .contains("Nothing was recorded about it yet.")
        .doesNotContain("SHARE_REFUSED");
  }

  private EngineStory invited() {
    var story = EngineStory.invited(clinic).seenBy(projection);
    ward.anInvitation(clinic, story.invitation());
    return story;
  }

  private List<Long> found(String query) {
    return keysIn(operator.page("/monitor/instances" + query));
  }

  private static List<Long> keysIn(String page) {
    return KEY.matcher(page).results().map(hit -> Long.valueOf(hit.group(1))).toList();
  }
}
