package care.vestibule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.enrolment.EnrolmentResult;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.invitation.FixContact;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.PatientBrowser;
import care.vestibule.invitation.RecordingMessenger;
import care.vestibule.invitation.RecordingOutbox;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.process.BusinessError;
import care.vestibule.process.BusinessFailure;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InvitationTest
class LinkSenderTests {

  private static final Duration DAY = Duration.ofHours(24);

  private final InvitationFixture reception;
  private final Invitations invitations;
  private final FixContact corrections;
  private final Patients patients;
  private final Enrolments enrolments;
  private final LinkSender post;
  private final RecordingMessenger messenger;
  private final RecordingOutbox outbox;
  private final Patient patient;
  private final Contact email;
  private final Contact mobile;

  LinkSenderTests(
      @Autowired InvitationFixture reception,
      @Autowired Invitations invitations,
      @Autowired FixContact corrections,
      @Autowired Patients patients,
      @Autowired Enrolments enrolments,
      @Autowired LinkSender post,
      @Autowired RecordingMessenger messenger,
      @Autowired RecordingOutbox outbox) {
    this.reception = reception;
    this.invitations = invitations;
    this.corrections = corrections;
    this.patients = patients;
    this.enrolments = enrolments;
    this.post = post;
    this.messenger = messenger;
    this.outbox = outbox;
    this.patient = reception.aPatientWithTwoContacts();
    this.email = patient.contacts().get(0);
    this.mobile = patient.contacts().get(1);
  }

  @Test
  void theMessageCarriesTheLinkItsValidityAndWhoAsksAndGoesOutOnce() {
    var invitation = reception.requested(patient);
    assertThat(invitation.linkExpiresAt()).isEmpty();

    reception.send(invitation);
    reception.send(invitation);

    var sent = messenger.to(email.value());
    assertThat(sent).hasSize(1);
    var facts = sent.getFirst().facts();
    assertThat(facts.kind()).isEqualTo(MessageKind.INVITATION);
    assertThat(facts.link().orElseThrow())
        .matches("https://portal\\.example/i#v1\\.[\\w-]{11}\\.[\\w-]{22}\\.[\\w-]{22}");
    assertThat(facts.validity()).contains(Duration.ofHours(1));
    assertThat(facts.locale().getLanguage()).isEqualTo("es");
    assertThat(facts.senderName()).startsWith("Dr. Julio Casares");
    assertThat(facts.solutionName()).isEqualTo("Lindenhof Online");
    var now = reception.look(invitation);
    assertThat(now.state()).isEqualTo(InvitationState.SENT);
    assertThat(now.linkExpiresAt()).isPresent();
  }

  @Test
  void anAddressThatRefusesSendsItTheOtherWay() {
    messenger.refuse(email.value());

    var invitation = reception.sent(patient);

    assertThat(invitation.state()).isEqualTo(InvitationState.SENT);
    assertThat(messenger.to(mobile.value())).hasSize(1);
    assertThat(messenger.to(mobile.value()).getFirst().key().channel()).isEqualTo(Channel.SMS);
  }

  @Test
  void aCorrectedNumberStaysTheParentsItBelongsTo() {
    var mother =
        new Contact(
            Contact.Kind.EMAIL, Contact.Use.HOME, email.value(), false, Optional.of("Maria"));
    var father =
        new Contact(
            Contact.Kind.MOBILE, Contact.Use.HOME, mobile.value(), false, Optional.of("Jorge"));
    var child =
        new Fixtures(TestDatabase.get())
            .aPatient(patient.clinic())
            .born(LocalDate.now(ZoneOffset.UTC).minusYears(9))
            .reachedBy(mother, father)
            .stored();
    var invitation = reception.requested(child);

    reception.at(
        child.clinic(),
        () ->
            corrections.correct(
                invitation.id(), Channel.SMS, "+4915123456789", reception.system(child.clinic())));

    var contacts =
        new Fixtures(TestDatabase.get())
            .in(child.clinic(), () -> patients.find(child.id()).orElseThrow().contacts());
    assertThat(contacts)
        .contains(
            new Contact(
                Contact.Kind.MOBILE,
                Contact.Use.HOME,
                "+4915123456789",
                true,
                Optional.of("Jorge")));
  }

  @Test
  void whenNobodyTakesItTheDeskHasToAndItsCorrectionSendsANewLink() {
    messenger.refuse(email.value());
    messenger.refuse(mobile.value());
    var invitation = reception.requested(patient);

    assertThatThrownBy(() -> reception.send(invitation))
        .isInstanceOfSatisfying(
            BusinessFailure.class,
            failure -> assertThat(failure.error()).isEqualTo(BusinessError.UNDELIVERABLE));
    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.UNDELIVERABLE);
    assertThat(reception.look(invitation).isLive()).isTrue();

    var better = UUID.randomUUID() + "@patient.example";
    var corrected =
        reception.at(
            patient.clinic(),
            () ->
                corrections.correct(
                    invitation.id(), Channel.EMAIL, better, reception.system(patient.clinic())));

    assertThat(corrected.generation()).isEqualTo(2);
    assertThat(outbox.completed(invitation.id().value()))
        .containsEntry(ProcessVariable.CONTACT_CORRECTED, true);
    reception.send(invitation);
    assertThat(messenger.to(better)).hasSize(1);
    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.SENT);
  }

  @Test
  void aDeskThatGivesUpEndsTheInvitationAndAnotherMayBegin() {
    messenger.refuse(email.value());
    messenger.refuse(mobile.value());
    var invitation = reception.requested(patient);
    assertThatThrownBy(() -> reception.send(invitation)).isInstanceOf(BusinessFailure.class);

    var ended =
        reception.at(
            patient.clinic(),
            () -> corrections.giveUp(invitation.id(), reception.system(patient.clinic())));

    assertThat(ended.isLive()).isFalse();
    assertThat(outbox.completed(invitation.id().value()))
        .containsEntry(ProcessVariable.CONTACT_CORRECTED, false);
    assertThat(reception.requested(patient).id()).isNotEqualTo(invitation.id());
  }

  @Test
  void nothingIsSentForAnInvitationThatWasWithdrawn() {
    var invitation = reception.requested(patient);
    reception.at(
        patient.clinic(),
        () -> invitations.withdraw(invitation.id(), false, reception.system(patient.clinic())));

    reception.send(invitation);
    remind(invitation);

    assertThat(messenger.to(email.value())).isEmpty();
  }

  @Test
  void aReminderHasTheSameLinkWhileItIsGoodAndAFreshOneAfterwards() {
    var invitation = reception.sent(patient);
    var first = reception.guestOf(email);

    remind(invitation);

    assertThat(messenger.to(email.value())).hasSize(2);
    assertThat(reception.guestOf(email).selector()).isEqualTo(first.selector());

    letADayPass(invitation);
    remind(invitation);

    assertThat(messenger.to(email.value())).hasSize(3);
    assertThat(reception.guestOf(email).selector()).isNotEqualTo(first.selector());
    assertThat(reception.look(invitation).generation()).isEqualTo(2);
    assertThat(messenger.to(email.value()).getLast().key().kind()).isEqualTo(MessageKind.REMINDER);
  }

  @Test
  void theSameReminderDeliveredTwiceIsOneMessage() {
    var invitation = reception.sent(patient);

    remind(invitation);
    remind(invitation);

    assertThat(messenger.to(email.value())).hasSize(2);
  }

  @Test
  void aFreshLinkNobodyTakesSendsTheProcessToLookForAnotherWay() {
    var invitation = reception.sent(patient);
    messenger.refuse(email.value());
    messenger.refuse(mobile.value());
    reception.at(
        patient.clinic(),
        () -> invitations.resend(invitation.id(), reception.system(patient.clinic())));

    reception.at(
        patient.clinic(),
        () -> {
          post.sendFreshLink(invitation.id());
          return invitation;
        });

    assertThat(outbox.of(ProcessMessage.MESSAGE_BOUNCED, invitation.id().value())).hasSize(1);
    assertThatThrownBy(() -> reception.send(invitation)).isInstanceOf(BusinessFailure.class);
  }

  @Test
  void anOutageDoesNotEatUpTheLifeOfTheLink() {
    var invitation = reception.requested(patient);
    messenger.beDown(true);
    assertThatThrownBy(() -> reception.send(invitation)).isInstanceOf(RuntimeException.class);
    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.REQUESTED);
    reception.outliveLink(invitation);
    messenger.beDown(false);

    reception.send(invitation);

    assertThat(reception.look(invitation).generation()).isEqualTo(1);
    assertThat(messenger.to(email.value())).hasSize(1);
    assertThat(messenger.to(email.value()).getFirst().facts().validity())
        .contains(Duration.ofHours(1));
    var guest = reception.guestOf(email);
    assertThat(
            enrolments.enrol(
                guest.link(),
                Optional.empty(),
                PatientBrowser.BORN,
                guest.key(reception.look(invitation))))
        .isInstanceOf(EnrolmentResult.CodeNeeded.class);
  }

  private void remind(Invitation invitation) {
    reception.at(
        invitation.clinic(),
        () -> {
          post.sendReminder(invitation.id(), DAY);
          return invitation;
        });
  }

  private void letADayPass(Invitation invitation) {
    reception.outliveLink(invitation);
    reception.forgetLastReminder(invitation);
  }
}
