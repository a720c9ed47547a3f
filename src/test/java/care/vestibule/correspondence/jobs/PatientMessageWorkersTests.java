package care.vestibule.correspondence.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessWithdrawn;
import care.vestibule.accessrequest.ShareOutcome;
import care.vestibule.accessrequest.hold.FakeHoldBackTable;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.enrolment.EnrolmentResult;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.identity.UserState;
import care.vestibule.identity.Users;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationOutcome;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.invitation.PatientBrowser;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.invitation.jobs.ExpireInvitationWorker;
import care.vestibule.invitation.jobs.WithdrawAccessWorker;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.process.Incident;
import care.vestibule.process.JobWorker;
import care.vestibule.process.RetryLater;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@InvitationTest
@RecordApplicationEvents
class PatientMessageWorkersTests {

  private final InvitationFixture reception;
  private final RecordingMessenger messenger;
  private final SendInvitationWorker sendInvitation;
  private final SendReminderWorker sendReminder;
  private final SendFreshLinkWorker sendFreshLink;
  private final ExpireInvitationWorker expireInvitation;
  private final WithdrawAccessWorker withdrawAccess;
  private final TellPatientWorker tellPatient;
  private final Enrolments enrolments;
  private final Users users;
  private final FakeHoldBackTable holdBacks;

  @Autowired
  PatientMessageWorkersTests(
      InvitationFixture reception,
      RecordingMessenger messenger,
      SendInvitationWorker sendInvitation,
      SendReminderWorker sendReminder,
      SendFreshLinkWorker sendFreshLink,
      ExpireInvitationWorker expireInvitation,
      WithdrawAccessWorker withdrawAccess,
      TellPatientWorker tellPatient,
      Enrolments enrolments,
      Users users,
      FakeHoldBackTable holdBacks) {
    this.reception = reception;
    this.messenger = messenger;
    this.sendInvitation = sendInvitation;
    this.sendReminder = sendReminder;
    this.sendFreshLink = sendFreshLink;
    this.expireInvitation = expireInvitation;
    this.withdrawAccess = withdrawAccess;
    this.tellPatient = tellPatient;
    this.enrolments = enrolments;
    this.users = users;
    this.holdBacks = holdBacks;
  }

  @Test
  void aSendJobDeliveredTwiceSendsOneMessage() {
    var patient = aPatient();
    var invitation = reception.requested(patient);

    work(invitation, sendInvitation, new SendInvitationWorker.Input(invitation.id().value()));
    work(invitation, sendInvitation, new SendInvitationWorker.Input(invitation.id().value()));
    work(invitation, sendFreshLink, new SendFreshLinkWorker.Input(invitation.id().value()));

    assertThat(messenger.to(address(patient))).hasSize(1);
  }

  @Test
  void theReminderReadsItsIntervalFromTheCycle() {
    var input = new SendReminderWorker.Input(UUID.randomUUID(), "R3/PT24H");

    assertThat(input.interval()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aReminderGoesToWhoHasNotEnrolled() {
    var patient = aPatient();
    var invitation = reception.sent(patient);

    work(
        invitation,
        sendReminder,
        new SendReminderWorker.Input(invitation.id().value(), "R3/PT24H"));

    assertThat(messenger.to(address(patient)))
        .extracting(message -> message.key().kind())
        .containsExactly(MessageKind.INVITATION, MessageKind.REMINDER);
  }

  @Test
  void aReminderHeldByTheLimitOfAllTextMessagesNeedsAPersonWhoIsToldSo() {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    messenger.hold(address(patient), NotSentYet.SMS_BREAKER);
    var input = new SendReminderWorker.Input(invitation.id().value(), "R3/PT24H");

    assertThatThrownBy(() -> work(invitation, sendReminder, input))
        .isInstanceOfSatisfying(
            Incident.class, incident -> assertThat(incident.code()).isEqualTo("SMS_BREAKER"));
  }

  @Test
  void aReminderNoServerTakesIsTriedUntilOneDoesOrTheInvitationIsOver() {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    var input = new SendReminderWorker.Input(invitation.id().value(), "R3/PT24H");
    messenger.hold(address(patient), "SMTP_451");

    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> work(invitation, sendReminder, input))
          .isInstanceOfSatisfying(
              RetryLater.class, later -> assertThat(later.isForEver()).isTrue());
    }
    messenger.letGo(address(patient));
    work(invitation, sendReminder, input);
    assertThat(messenger.to(address(patient))).hasSize(2);

    reception.forgetLastReminder(invitation);
    messenger.hold(address(patient), "SMTP_451");
    reception.outlive(invitation, 0);
    expire(invitation);
    work(invitation, sendReminder, input);
    assertThat(messenger.to(address(patient))).hasSize(2);
  }

  @Test
  void anOutcomeNoServerTakesIsTriedForEverWhileTheInvitationRunsAndAFewTimesAfterwards() {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    enrol(invitation);
    messenger.hold(address(patient), "SMTP_451");

    assertThatThrownBy(() -> tell(invitation, List.of()))
        .isInstanceOfSatisfying(RetryLater.class, later -> assertThat(later.isForEver()).isTrue());

    reception.outlive(invitation, -1000);
    assertThatThrownBy(() -> tell(invitation, List.of()))
        .isInstanceOfSatisfying(RetryLater.class, later -> assertThat(later.isForEver()).isFalse());
    messenger.letGo(address(patient));
    tell(invitation, List.of());
    assertThat(messenger.to(address(patient))).hasSize(2);
  }

  @Test
  void noReminderGoesToWhoHasEnrolled() {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    enrol(invitation);

    work(
        invitation,
        sendReminder,
        new SendReminderWorker.Input(invitation.id().value(), "R3/PT24H"));

    assertThat(messenger.to(address(patient))).hasSize(1);
  }

  @Test
  void expiryClosesWhatIsOverAgainAndAgain() {
    var invitation = reception.sent();
    reception.outlive(invitation, 0);

    for (int delivery = 0; delivery < 2; delivery++) {
      assertThat(expire(invitation).alreadyAccepted()).isFalse();
      assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.EXPIRED);
    }
  }

  @Test
  void expirySaysWhenThePatientWasFaster() {
    var invitation = reception.sent();
    enrol(invitation);
    reception.outlive(invitation, 0);

    assertThat(expire(invitation).alreadyAccepted()).isTrue();
    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.ACCEPTED);
  }

  @Test
  void anEngineWhoseClockIsAheadHasToAskAgain() {
    var invitation = reception.sent();

    assertThatThrownBy(() -> expire(invitation)).isInstanceOf(IllegalStateException.class);

    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.SENT);
  }

  @Test
  void withdrawingAnAcceptedInvitationWithItsSharesClosesTheUser(
      @Autowired ApplicationEvents events) {
    var invitation = reception.sent();
    enrol(invitation);

    work(invitation, withdrawAccess, new WithdrawAccessWorker.Input(invitation.id().value(), true));

    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.WITHDRAWN);
    assertThat(userState(invitation)).isEmpty();
    assertThat(events.stream(AccessWithdrawn.class))
        .containsExactly(
            new AccessWithdrawn(invitation.id().value(), invitation.patient(), "process", true));
  }

  @Test
  void withdrawingWithoutItsSharesLeavesTheUserIn() {
    var invitation = reception.sent();
    enrol(invitation);

    work(
        invitation, withdrawAccess, new WithdrawAccessWorker.Input(invitation.id().value(), false));

    assertThat(userState(invitation)).contains(UserState.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({
    "SHARED SHARED, ALL_SHARED, RECORD_OPEN",
    "SHARED DECLINED, PARTLY_SHARED, RECORD_PARTLY_OPEN",
    "KEY_REJECTED SHARED, PARTLY_SHARED, RECORD_PARTLY_OPEN",
    "DECLINED KEY_REJECTED, ALL_DECLINED, DECLINED",
    "'', NOTHING_TO_SHARE, NOTHING_TO_SHARE"
  })
  void thePatientIsToldWhatCameOfItOnce(String parts, InvitationOutcome outcome, MessageKind kind) {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    enrol(invitation);

    for (int delivery = 0; delivery < 2; delivery++) {
      assertThat(tell(invitation, outcomes(parts)).outcome()).isEqualTo(outcome);
    }

    assertThat(reception.look(invitation).outcome()).contains(outcome);
    var sent = messenger.to(address(patient));
    assertThat(sent)
        .extracting(message -> message.key().kind())
        .containsExactly(MessageKind.INVITATION, kind);
    assertThat(sent.getLast().facts().link()).contains("https://portal.example/my");
  }

  @ParameterizedTest
  @CsvSource({
    "SHARED, PARTLY_SHARED, RECORD_HELD_BACK",
    "HELD_BACK, PARTLY_SHARED, RECORD_HELD_BACK",
    "SHARED DECLINED, PARTLY_SHARED, RECORD_HELD_BACK",
    "DECLINED, ALL_DECLINED, DECLINED"
  })
  void aPatientFromWhomSomethingIsHeldBackIsToldSo(
      String parts, InvitationOutcome outcome, MessageKind kind) {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    enrol(invitation);
    holdBacks.holdBackFrom(patient.id());

    assertThat(tell(invitation, outcomes(parts)).outcome()).isEqualTo(outcome);

    assertThat(messenger.to(address(patient)).getLast().key().kind()).isEqualTo(kind);
  }

  @Test
  void aPatientWhoCanNotBeToldDoesNotHoldUpTheProcess() {
    var patient = aPatient();
    var invitation = reception.sent(patient);
    enrol(invitation);
    messenger.refuse(address(patient));

    var output = tell(invitation, List.of());

    assertThat(output.outcome()).isEqualTo(InvitationOutcome.NOTHING_TO_SHARE);
    assertThat(reception.look(invitation).outcome()).contains(InvitationOutcome.NOTHING_TO_SHARE);
  }

  private Patient aPatient() {
    return reception
        .fixtures()
        .aPatient(reception.aClinic().id())
        .reachedBy(
            new Contact(
                Contact.Kind.EMAIL, Contact.Use.HOME, UUID.randomUUID() + "@patient.example", true))
        .stored();
  }

  private static String address(Patient patient) {
    return patient.contacts().getFirst().value();
  }

  private void enrol(Invitation invitation) {
    var guest = reception.guestOf(invitation);
    assertThat(
            enrolments.enrol(
                guest.link(), Optional.empty(), PatientBrowser.BORN, guest.key(invitation)))
        .isInstanceOf(EnrolmentResult.Enrolled.class);
  }

  private ExpireInvitationWorker.Output expire(Invitation invitation) {
    return work(
        invitation, expireInvitation, new ExpireInvitationWorker.Input(invitation.id().value()));
  }

  private TellPatientWorker.Output tell(Invitation invitation, List<ShareOutcome> outcomes) {
    return work(
        invitation, tellPatient, new TellPatientWorker.Input(invitation.id().value(), outcomes));
  }

  private static List<ShareOutcome> outcomes(String parts) {
    return Arrays.stream(parts.split(" ", -1))
        .filter(part -> !part.isEmpty())
        .map(ShareOutcome::valueOf)
        .toList();
  }

  private Optional<UserState> userState(Invitation invitation) {
    return reception.at(
        invitation.clinic(), () -> users.ofPatient(invitation.patient()).map(user -> user.state()));
  }

  private <I extends Record, O extends Record> O work(
      Invitation invitation, JobWorker<I, O> worker, I input) {
    return reception.at(invitation.clinic(), () -> worker.work(input));
  }
}
