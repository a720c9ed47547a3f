package care.vestibule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.RecordsAdded;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.enrolment.NewKey;
import care.vestibule.identity.KeyBackup;
import care.vestibule.identity.KeyBackups;
import care.vestibule.identity.KeyRecovery;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationRequest;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.PatientBrowser;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@InvitationTest
class NoticeSenderTests {

  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final InvitationFixture reception;
  private final Enrolments enrolments;
  private final Invitations invitations;
  private final KeyBackups backups;
  private final KeyRecovery recovery;
  private final RecordingMessenger messenger;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Patient patient;
  private final Contact email;
  private final Contact mobile;

  NoticeSenderTests(
      @Autowired InvitationFixture reception,
      @Autowired Enrolments enrolments,
      @Autowired Invitations invitations,
      @Autowired KeyBackups backups,
      @Autowired KeyRecovery recovery,
      @Autowired RecordingMessenger messenger,
      @Autowired ApplicationEventPublisher events,
      @Autowired TransactionTemplate transactions) {
    this.reception = reception;
    this.enrolments = enrolments;
    this.invitations = invitations;
    this.backups = backups;
    this.recovery = recovery;
    this.messenger = messenger;
    this.events = events;
    this.transactions = transactions;
    this.patient = reception.aPatientWithTwoContacts();
    this.email = patient.contacts().get(0);
    this.mobile = patient.contacts().get(1);
  }

  @Test
  void whoWasInvitedIsToldThatTheInvitationWasTakenBackOnceAndWithoutALink() {
    var invitation = reception.sent(patient);

    withdraw(invitation);
    withdraw(invitation);

    var told = awaitNotices(email, MessageKind.WITHDRAWN, 1);
    assertThat(told.getFirst().facts().link()).isEmpty();
    assertThat(messenger.to(mobile.value())).isEmpty();
  }

  @Test
  void whoNeverHeardOfTheInvitationIsNotToldThatItEnded() {
    var unheard = reception.requested(patient);
    withdraw(unheard);
    var heard = reception.sent(reception.aPatientWithTwoContacts());
    withdraw(heard);

    var other = reception.patientOf(heard).contacts().getFirst();
    awaitNotices(other, MessageKind.WITHDRAWN, 1);
    assertThat(messenger.to(email.value())).isEmpty();
  }

  @Test
  void aNewKeyIsAskedAboutByTheChannelTheLinkDidNotTake() {
    enrol(reception.sent(patient));
    enrol(renewed());

    awaitNotices(mobile, MessageKind.NEW_KEY, 1);
    assertThat(notices(email, MessageKind.NEW_KEY)).isEmpty();
  }

  @Test
  void aFirstKeyIsNobodysSurprise() {
    enrol(reception.sent(patient));
    enrol(renewed());

    awaitNotices(mobile, MessageKind.NEW_KEY, 1);
    assertThat(notices(mobile, MessageKind.NEW_KEY)).hasSize(1);
  }

  @Test
  void aUsedRecoveryCodeIsAskedAboutByEveryChannelOnceAnHour() {
    var invitation = reception.sent(patient);
    var key = enrol(invitation);
    var id = new byte[16];
    new java.util.Random(patient.id().value().hashCode()).nextBytes(id);
    backups.keep(new KeyBackup(id, patient.clinic(), key.key().id(), new byte[] {1}));

    for (int times = 0; times < 3; times++) {
      assertThat(recovery.handOut(id)).isPresent();
    }

    awaitNotices(email, MessageKind.NEW_KEY, 1);
    awaitNotices(mobile, MessageKind.NEW_KEY, 1);
    withdraw(invitation);
    awaitNotices(email, MessageKind.WITHDRAWN, 1);
    assertThat(notices(email, MessageKind.NEW_KEY)).hasSize(1);
  }

  @Test
  void thatThereIsMoreToReadIsToldOnceForEachTimeWithTheWayToThePatientPage() {
    var invitation = reception.sent(patient);

    grow(invitation, false);
    var told = awaitNotices(email, MessageKind.RECORD_MORE_OPEN, 1);
    assertThat(told.getFirst().facts().link()).contains("https://portal.example/my");
    assertThat(told.getFirst().facts().validity()).isEmpty();
    grow(invitation, false);

    awaitNotices(email, MessageKind.RECORD_MORE_OPEN, 2);
    assertThat(notices(email, MessageKind.RECORD_MORE_OPEN)).hasSize(2);
    assertThat(messenger.to(mobile.value())).isEmpty();
  }

  @Test
  void whoPrefersTextMessagesIsToldByOneThatThereIsMoreToRead() {
    var texted =
        reception
            .fixtures()
            .aPatient(reception.aClinic().id())
            .reachedBy(
                new Contact(email.kind(), email.use(), "late." + email.value(), false),
                new Contact(mobile.kind(), mobile.use(), mobile.value() + "9", true))
            .stored();
    grow(reception.sent(texted), false);

    awaitNotices(texted.contacts().get(1), MessageKind.RECORD_MORE_OPEN, 1);
    assertThat(notices(texted.contacts().get(0), MessageKind.RECORD_MORE_OPEN)).isEmpty();
  }

  @Test
  void thatThereIsMoreToReadIsToldOnceAlsoWhenNoServerTookItAtFirst() {
    var invitation = reception.sent(patient);
    messenger.hold(email.value(), "SMTP_451");
    grow(invitation, false);
    Await.until("a first try", BUDGET, () -> attempts(invitation), tries -> tries == 1);
    messenger.letGo(email.value());
    makeDue(invitation);

    awaitNotices(email, MessageKind.RECORD_MORE_OPEN, 1);
    withdraw(invitation);
    awaitNotices(email, MessageKind.WITHDRAWN, 1);
    assertThat(notices(email, MessageKind.RECORD_MORE_OPEN)).hasSize(1);
  }

  @Test
  void ofAShareWhoseEndIsUndoneNobodyIsTold() {
    var invitation = reception.sent(patient);
    grow(invitation, true);

    withdraw(invitation);
    awaitNotices(email, MessageKind.WITHDRAWN, 1);
    assertThat(notices(email, MessageKind.RECORD_MORE_OPEN)).isEmpty();
  }

  @Test
  void aCodeThatNamesNothingTellsNobody() {
    var invitation = reception.sent(patient);
    enrol(invitation);

    assertThat(recovery.handOut(new byte[16])).isEmpty();

    withdraw(invitation);
    awaitNotices(email, MessageKind.WITHDRAWN, 1);
    assertThat(notices(email, MessageKind.NEW_KEY)).isEmpty();
  }

  private void grow(Invitation invitation, boolean undone) {
    reception.at(
        invitation.clinic(),
        () ->
            transactions.execute(
                status -> {
                  events.publishEvent(new RecordsAdded(invitation.id().value()));
                  if (undone) {
                    status.setRollbackOnly();
                  }
                  return invitation;
                }));
  }

  private static int attempts(Invitation invitation) {
    return TestDatabase.get()
        .jdbc()
        .sql("select attempts from notice_request where invitation_id = :id")
        .param("id", invitation.id().value())
        .query(Integer.class)
        .single();
  }

  private static void makeDue(Invitation invitation) {
    TestDatabase.get()
        .jdbc()
        .sql("update notice_request set not_before = now() where invitation_id = :id")
        .param("id", invitation.id().value())
        .update();
  }

  private Invitation renewed() {
    var doctor = reception.fixtures().anHcp(patient.clinic()).id();
    var request =
        new InvitationRequest(
            patient.id(),
            doctor,
            RequestedChannel.EMAIL,
            Duration.ofHours(1),
            InvitationPurpose.NEW_KEY);
    var invitation = reception.request(patient.clinic(), request, Optional.empty()).invitation();
    Await.until(
        "the link", BUDGET, () -> reception.look(invitation).state(), InvitationState.SENT::equals);
    return reception.look(invitation);
  }

  private NewKey enrol(Invitation invitation) {
    var guest = reception.guestOf(email);
    enrolments.requestCode(guest.link(), PatientBrowser.BORN);
    var code = newestCode(invitation);
    var key = guest.key(invitation);
    assertThat(enrolments.enrol(guest.link(), Optional.of(code), PatientBrowser.BORN, key))
        .isInstanceOf(Enrolled.class);
    return key;
  }

  private String newestCode(Invitation invitation) {
    int codes = invitation.purpose() == InvitationPurpose.NEW_USER ? 1 : 2;
    return awaitNotices(mobile, MessageKind.CODE, codes).getLast().facts().code().orElseThrow();
  }

  private void withdraw(Invitation invitation) {
    reception.at(
        invitation.clinic(),
        () -> invitations.withdraw(invitation.id(), false, reception.system(invitation.clinic())));
  }

  private List<RecordingMessenger.Sent> awaitNotices(Contact to, MessageKind kind, int number) {
    return Await.until(
        number + " " + kind, BUDGET, () -> notices(to, kind), found -> found.size() >= number);
  }

  private List<RecordingMessenger.Sent> notices(Contact to, MessageKind kind) {
    return messenger.to(to.value()).stream()
        .filter(message -> message.key().kind() == kind)
        .toList();
  }
}
