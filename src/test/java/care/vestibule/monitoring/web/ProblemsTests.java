package care.vestibule.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.AccessRequestProblem;
import care.vestibule.audit.Alarm;
import care.vestibule.monitoring.EngineStory;
import care.vestibule.monitoring.MonitoringFixture;
import care.vestibule.monitoring.MonitoringTest;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.TestDatabase;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@MonitoringTest
class ProblemsTests {

  private final MonitoringFixture ward;
  private final Projection projection;
  private final ClinicId clinic;
  private final OperatorBrowser operator;
  private final int port;

  ProblemsTests(
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
  void aClinicWithoutProblemsIsToldSo() {
    assertThat(operator.page("/monitor/problems"))
        .contains("Nothing is stuck, every doctor could be asked, and there are no alarms.")
        .doesNotContain("??");
  }

  @Test
  void aLockedKeystoreIsSaidInASentenceWithWhatToDo() {
    for (int i = 0; i < 2; i++) {
      EngineStory.invited(clinic)
          .loggedIn()
          .notified()
          .approved()
          .stuck("share-data", "KEYSTORE_LOCKED")
          .seenBy(projection);
    }

    assertThat(operator.page("/monitor/problems"))
        .contains("The keystore with the doctors&#39; private keys is locked or missing")
        .contains("put the clinic&#39;s keystore file back or unlock it")
        .contains("2 times in 2 processes")
        .contains("/monitor/retries/new?cause=KEYSTORE_LOCKED")
        .doesNotContain("??");
    assertThat(operator.page("/monitor/panels/incidents")).contains("is locked or missing");
  }

  @Test
  void aCauseNobodyWroteASentenceForIsShownWithItsCode() {
    EngineStory.invited(clinic).stuck("send-invitation", "NEVER_HEARD_OF").seenBy(projection);

    assertThat(operator.page("/monitor/problems"))
        .contains("A process is stuck for a reason this page has no words for")
        .contains("NEVER_HEARD_OF");
  }

  @Test
  void aDoctorWithoutAKeyIsAProblemNobodyWaitsFor() {
    var invitation = UUID.randomUUID();
    var doctor = ward.aDoctor(clinic);
    ward.asked(clinic, doctor, invitation, Optional.of(AccessRequestProblem.NO_KEY));
    ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());

    assertThat(operator.page("/monitor/problems"))
        .contains("A doctor has no key")
        .contains("Nobody waits for this doctor")
        .contains(doctor.toString())
        .contains("/monitor/instances?invitation=" + invitation)
        .doesNotContain("??");
    assertThat(operator.page("/monitor/panels/doctors")).contains("A doctor has no key");
  }

  @Test
  void aRejectedKeyIsAnAlarmThatLeadsToItsProcess() {
    var invitation = UUID.randomUUID();
    var asked = ward.asked(clinic, ward.aDoctor(clinic), invitation, Optional.empty());
    ward.alarm(clinic, Alarm.KEY_SWAPPED, "notification:" + asked.id());

    assertThat(operator.page("/monitor/problems"))
        .contains("A patient&#39;s key was rejected")
        .contains("Nothing was shared with it.")
        .contains("/monitor/instances?invitation=" + invitation)
        .doesNotContain("??");
    assertThat(operator.page("/monitor/panels/alarms")).contains("key was rejected");
  }

  @Test
  void textMessagesThatAreHeldBackAreSaidToBeAsLongAsTheyAre() {
    smsSentToday(5000);
    try {
      assertThat(operator.page("/monitor/problems"))
          .contains("No text message is sent: too many went out today")
          .contains("text messages go out again from midnight UTC on")
          .doesNotContain("Nothing is stuck")
          .doesNotContain("??");
      smsSentToday(4999);
      assertThat(operator.page("/monitor/problems"))
          .contains("Nothing is stuck")
          .doesNotContain("No text message is sent");
    } finally {
      TestDatabase.get().jdbc().sql("delete from sms_spent_in_all").update();
    }
  }

  @Test
  void recordsThatCannotBeSharedAfterAHoldAreSaidToWaitUntilTheyAreShared() {
    var doctor = ward.aDoctor(clinic);
    var asked = ward.asked(clinic, doctor, UUID.randomUUID(), Optional.empty());
    ward.holdEnded(asked, Optional.empty());
    assertThat(operator.page("/monitor/problems")).contains("Nothing is stuck");

    var record = ward.holdEnded(asked, Optional.of("KEYSTORE_LOCKED"));
    assertThat(operator.page("/monitor/problems"))
        .contains("Records are not held back any more and cannot be shared")
        .contains("The keystore with the doctors&#39; private keys is locked or missing")
        .contains(doctor.toString())
        .doesNotContain(record.toString())
        .doesNotContain("Nothing is stuck")
        .doesNotContain("??");

    ward.holdSettled(clinic, record);
    assertThat(operator.page("/monitor/problems"))
        .contains("Nothing is stuck")
        .doesNotContain("cannot be shared");
  }

  @Test
  void anotherClinicSeesNothingOfIt() {
    EngineStory.invited(clinic).stuck("send-invitation", "KEYSTORE_LOCKED").seenBy(projection);
    ward.alarm(clinic, Alarm.KEY_SWAPPED, "patient:" + UUID.randomUUID());
    ward.asked(
        clinic,
        ward.aDoctor(clinic),
        UUID.randomUUID(),
        Optional.of(AccessRequestProblem.NOT_ASKED));
    ward.holdEnded(
        ward.asked(clinic, ward.aDoctor(clinic), UUID.randomUUID(), Optional.empty()),
        Optional.of("HCP_KEY_MISSING"));
    var other =
        new OperatorBrowser(port)
            .signIn(ward.operationsOf(ward.aClinic()), MonitoringFixture.PASSWORD);

    assertThat(operator.page("/monitor/problems")).doesNotContain("Nothing is stuck");
    assertThat(other.page("/monitor/problems")).contains("Nothing is stuck, every doctor");
  }

  private static void smsSentToday(int count) {
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            insert into sms_spent_in_all (day, sent)
            values ((now() at time zone 'UTC')::date, :count)
            on conflict (day) do update set sent = excluded.sent
            """)
        .param("count", count)
        .update();
  }
}
