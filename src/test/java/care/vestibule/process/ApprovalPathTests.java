package care.vestibule.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApprovalPathTests {

  private final TestEngine engine = TestEngine.started();
  private final ProcessJourney journey = new ProcessJourney(engine);
  private final ProcessDoctor anna = ProcessDoctor.any();
  private final ProcessDoctor bruno = ProcessDoctor.any();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void whenEveryDoctorSharesTheRecordIsOpen() {
    asked(anna, bruno);

    approves(anna);
    shares(anna);
    approves(bruno);
    shares(bruno);

    toldAbout("ALL_SHARED", List.of("SHARED", "SHARED"), "record-open");
  }

  @Test
  void theRequestGoesToTheDoctorAndTheDeputiesWithADueDate() {
    asked(anna);

    var task = task(anna).getValue();

    assertThat(task.getCandidateGroupsList()).containsExactly(anna.deputies().toString());
    assertThat(task.getDueDate()).isNotBlank();
    // An 8.8 engine assigns in a step of its own, an 8.6 engine while it creates.
    engine.awaitEvents(
        UserTaskRecordValue.class,
        UserTaskIntent.ASSIGNED,
        assigned -> assigned.getAssignee().equals(anna.ref().toString()),
        1);
  }

  @Test
  void oneDoctorsAnswerIsNotTheOthers() {
    asked(anna, bruno);

    approves(anna);
    journey.completes(task(bruno), Map.of("approved", false, "cancelReason", "NOT_MY_PATIENT"));

    var cancelled = journey.job(JobType.MARK_CANCELLED);
    assertThat(cancelled.variables())
        .containsEntry("notificationId", bruno.notification().toString())
        .containsEntry("cancelReason", "NOT_MY_PATIENT");
    cancelled.isDone(Map.of("shareOutcome", "DECLINED"));
    journey.passes("declined", 1);
    shares(anna);
    toldAbout("PARTLY_SHARED", List.of("SHARED", "DECLINED"), "record-partly-open");
  }

  @Test
  void whenEverythingIsHeldBackNothingIsSharedAndTheProcessEndsUnderItsOwnName() {
    asked(anna, bruno);
    approves(anna);
    shares(anna, "HELD_BACK");
    journey.passes("all-held-back", 1);

    journey.completes(task(bruno), Map.of("approved", false, "cancelReason", "NOT_MY_PATIENT"));
    journey.job(JobType.MARK_CANCELLED).isDone(Map.of("shareOutcome", "DECLINED"));

    toldAbout("PARTLY_SHARED", List.of("HELD_BACK", "DECLINED"), "record-held-back");
    assertThat(journey.passed("shared")).isZero();
  }

  @Test
  void whenOnlyOneDoctorHoldsEverythingBackTheRecordIsPartlyOpen() {
    asked(anna, bruno);
    approves(anna);
    shares(anna, "HELD_BACK");
    approves(bruno);
    shares(bruno);
    journey.passes("shared", 1);

    toldAbout("PARTLY_SHARED", List.of("HELD_BACK", "SHARED"), "record-partly-open");
  }

  @Test
  void whenAllDeclineTheProcessEndsUnderItsOwnName() {
    asked(anna);

    journey.completes(task(anna), Map.of("approved", false, "cancelReason", "UNKNOWN_PATIENT"));
    journey.job(JobType.MARK_CANCELLED).isDone(Map.of("shareOutcome", "DECLINED"));

    toldAbout("ALL_DECLINED", List.of("DECLINED"), "all-declined");
  }

  @Test
  void anAnswerWithoutAYesIsANo() {
    asked(anna);

    journey.completes(task(anna), Map.of());

    journey.job(JobType.MARK_CANCELLED);
  }

  @Test
  void whenNobodyHoldsDataThePatientIsToldSo() {
    asked();

    journey.job(JobType.TELL_PATIENT).isDone(Map.of("outcome", "NOTHING_TO_SHARE"));

    journey.endsAt("nothing-to-share-yet");
  }

  @Test
  void aKeyThatCannotBeTrustedCancelsThatDoctorsPart() {
    asked(anna);
    approves(anna);
    journey.job(JobType.MARK_ONGOING).isDone();

    journey.job(JobType.SHARE_DATA).fails(BusinessError.KEY_REJECTED);

    var cancelled = journey.job(JobType.MARK_CANCELLED);
    assertThat(cancelled.variables()).containsEntry("cancelReason", "KEY_REJECTED");
    cancelled.isDone(Map.of("shareOutcome", "KEY_REJECTED"));
    journey.passes("key-rejected", 1);
    toldAbout("ALL_DECLINED", List.of("KEY_REJECTED"), "all-declined");
  }

  @Test
  void aDoctorWhoDoesNotAnswerIsRemindedAgainAndAgain() {
    asked(anna);
    task(anna);

    for (var reminder = 1; reminder <= 2; reminder++) {
      engine.passes(Duration.ofDays(2));
      var job = journey.job(JobType.REMIND_DOCTOR);
      assertThat(job.variables()).containsEntry("notificationId", anna.notification().toString());
      job.isDone();
      journey.passes("doctor-reminded", reminder);
    }
    approves(anna);
    shares(anna);
    engine.passes(Duration.ofDays(3));
    journey.noJob(JobType.REMIND_DOCTOR);
  }

  @Test
  void anOldRequestGoesToTheDeputiesAndThenToThePrivacyOfficer() {
    asked(anna);
    task(anna);

    engine.passes(Duration.ofDays(5));
    journey.job(JobType.ESCALATE_TO_DEPUTIES).isDone();
    journey.passes("deputies-asked", 1);
    journey.noJob(JobType.ESCALATE_TO_PRIVACY_OFFICER);

    engine.passes(Duration.ofDays(20));
    journey.job(JobType.ESCALATE_TO_PRIVACY_OFFICER).isDone();
    journey.passes("privacy-officer-told", 1);
  }

  @Test
  void aNewKeyMeanwhileHasTheOpenRequestsAskedAgain() {
    asked(anna);
    var stale = task(anna);

    journey.patientGetsANewKey();

    var again = anna.again();
    notified(again);
    engine.awaitEvents(
        UserTaskRecordValue.class,
        UserTaskIntent.CANCELED,
        task -> task.getUserTaskKey() == stale.getKey(),
        1);
    approves(again);
    shares(again);
    toldAbout("ALL_SHARED", List.of("SHARED"), "record-open");
    journey.noJob(JobType.NOTIFY_HCPS);
  }

  @Test
  void aNewKeyWithoutALiveProcessStartsAtTheDoctors() {
    journey.patientGetsANewKey();

    notified(anna);
    approves(anna);
    shares(anna);

    toldAbout("ALL_SHARED", List.of("SHARED"), "record-open");
  }

  @Test
  void withdrawingTakesTheOpenRequestsBack() {
    asked(anna);
    task(anna);

    journey.clinicWithdraws();

    journey.job(JobType.WITHDRAW_ACCESS).isDone();
    journey.endsAt("withdrawn-by-clinic");
    assertThat(engine.events(UserTaskRecordValue.class, UserTaskIntent.CANCELED)).hasSize(1);
  }

  private void asked(ProcessDoctor... doctors) {
    journey.isRequested();
    journey.job(JobType.SEND_INVITATION).isDone();
    journey.patientLogsIn();
    notified(doctors);
  }

  private void notified(ProcessDoctor... doctors) {
    journey
        .job(JobType.NOTIFY_HCPS)
        .isDone(Map.of("hcps", Arrays.stream(doctors).map(ProcessDoctor::asked).toList()));
  }

  private Record<UserTaskRecordValue> task(ProcessDoctor doctor) {
    return journey.tasks("approve-access", doctor.notification(), 1).getFirst();
  }

  private void approves(ProcessDoctor doctor) {
    journey.completes(task(doctor), Map.of("approved", true));
  }

  private void shares(ProcessDoctor doctor) {
    shares(doctor, "SHARED");
  }

  private void shares(ProcessDoctor doctor, String shareOutcome) {
    var ongoing = journey.job(JobType.MARK_ONGOING);
    assertThat(ongoing.variables())
        .containsEntry("notificationId", doctor.notification().toString());
    ongoing.isDone();
    journey.job(JobType.SHARE_DATA).isDone(Map.of("shareOutcome", shareOutcome));
    journey.job(JobType.MARK_COMPLETED).isDone();
  }

  private void toldAbout(String outcome, List<String> shareOutcomes, String end) {
    var tell = journey.job(JobType.TELL_PATIENT);
    assertThat(tell.variables()).containsEntry("shareOutcomes", shareOutcomes);
    tell.isDone(Map.of("outcome", outcome));
    journey.endsAt(end);
  }
}
