package care.vestibule.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitationPathTests {

  private final TestEngine engine = TestEngine.started();
  private final ProcessJourney journey = new ProcessJourney(engine);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void whoLogsInIsNotRemindedAndTheDoctorsAreNotified() {
    invited();

    journey.patientLogsIn();

    journey.job(JobType.NOTIFY_HCPS);
    engine.passes(Duration.ofDays(8));
    journey.noJob(JobType.SEND_REMINDER);
  }

  @Test
  void aRequestPublishedTwiceStartsOneProcess() {
    journey.isRequested();
    assertThatThrownBy(journey::isRequested).hasMessageContaining("ALREADY_EXISTS");

    journey.job(JobType.SEND_INVITATION);
    journey.noJob(JobType.SEND_INVITATION);
  }

  @Test
  void aLoginBeforeTheProcessWaitsForItIsNotLost() {
    journey.isRequested();
    journey.patientLogsIn();

    journey.job(JobType.SEND_INVITATION).isDone();

    journey.job(JobType.NOTIFY_HCPS);
  }

  @Test
  void aWaitingPatientIsRemindedOncePerIntervalAndThreeTimesAtMost() {
    invited();

    for (var reminder = 1; reminder <= 3; reminder++) {
      engine.passes(Duration.ofDays(7));
      journey.job(JobType.SEND_REMINDER).isDone();
      journey.passes("patient-reminded", reminder);
      journey.noJob(JobType.SEND_REMINDER);
    }
    engine.passes(Duration.ofDays(7));
    journey.noJob(JobType.SEND_REMINDER);
  }

  @Test
  void everyRequestForAFreshLinkIsServedWithItsOwnNumbers() {
    invited();

    var requests = List.of(UUID.randomUUID(), UUID.randomUUID());
    for (var request : requests) {
      journey.publish(
          ProcessMessage.FRESH_LINK_WANTED,
          journey.invitation,
          "fresh:" + request,
          Map.of("requestId", request.toString(), "generation", 2 + requests.indexOf(request)));
    }

    journey.passes("fresh-link-wanted", 2);
    for (var request : requests) {
      var job = journey.job(JobType.SEND_FRESH_LINK);
      assertThat(job.variables())
          .containsEntry("requestId", request.toString())
          .containsEntry("generation", 2 + requests.indexOf(request));
      job.isDone();
    }
    journey.passes("fresh-link-sent", 2);
    journey.patientLogsIn();
    journey.job(JobType.NOTIFY_HCPS);
  }

  @Test
  void aMessageThatCameBackIsSentAgain() {
    invited();

    journey.publish(ProcessMessage.MESSAGE_BOUNCED, journey.invitation, "undelivered:1", Map.of());

    journey.job(JobType.SEND_INVITATION).isDone();
    journey.patientLogsIn();
    journey.job(JobType.NOTIFY_HCPS);
  }

  @Test
  void anInvitationThatRunsOutIsClosed() {
    invited();
    for (var reminder = 1; reminder <= 3; reminder++) {
      engine.passes(Duration.ofDays(7));
      journey.job(JobType.SEND_REMINDER).isDone();
    }

    engine.passes(Duration.ofDays(10));
    journey.job(JobType.EXPIRE_INVITATION).isDone(Map.of("alreadyAccepted", false));

    journey.endsAt("invitation-expired");
  }

  @Test
  void aLoginThatWonTheRaceAgainstExpiryGoesOn() {
    invited();

    engine.passes(Duration.ofDays(31));
    journey.job(JobType.EXPIRE_INVITATION).isDone(Map.of("alreadyAccepted", true));

    journey.job(JobType.NOTIFY_HCPS);
  }

  @Test
  void theDeskIsAskedForAnAddressThatWorksAndTheInvitationIsSentAgain() {
    undeliverable();

    var task = journey.tasks("fix-contact", journey.invitation, 1).getFirst();
    assertThat(task.getValue().getCandidateGroupsList()).containsExactly("desk-" + journey.clinic);
    journey.completes(task, Map.of("contactCorrected", true));

    journey.job(JobType.SEND_INVITATION).fails(BusinessError.UNDELIVERABLE);
    assertThat(journey.tasks("fix-contact", journey.invitation, 2)).hasSize(2);
  }

  @Test
  void aPatientTheDeskCannotReachEndsTheProcess() {
    undeliverable();

    var task = journey.tasks("fix-contact", journey.invitation, 1).getFirst();
    journey.completes(task, Map.of("contactCorrected", false));

    journey.endsAt("patient-unreachable");
  }

  @Test
  void aPatientWhoLogsInAfterAllSparesTheDeskTheTask() {
    undeliverable();
    journey.tasks("fix-contact", journey.invitation, 1);

    journey.patientLogsIn();

    journey.job(JobType.NOTIFY_HCPS);
  }

  @Test
  void anInvitationThatRunsOutAtTheDeskIsClosed() {
    undeliverable();
    journey.tasks("fix-contact", journey.invitation, 1);

    engine.passes(Duration.ofDays(31));
    journey.job(JobType.EXPIRE_INVITATION).isDone(Map.of("alreadyAccepted", false));

    journey.endsAt("invitation-expired");
  }

  @Test
  void withdrawingEndsTheWait() {
    invited();

    journey.clinicWithdraws();

    var job = journey.job(JobType.WITHDRAW_ACCESS);
    assertThat(job.variables()).containsEntry("revokeShares", true);
    job.isDone();
    journey.endsAt("withdrawn-by-clinic");
  }

  private void invited() {
    journey.isRequested();
    journey.job(JobType.SEND_INVITATION).isDone();
    journey.waitsAt("await-login");
  }

  private void undeliverable() {
    journey.isRequested();
    journey.job(JobType.SEND_INVITATION).fails(BusinessError.UNDELIVERABLE);
  }
}
