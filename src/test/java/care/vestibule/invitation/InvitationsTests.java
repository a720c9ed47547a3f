package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientState;
import care.vestibule.identity.UserState;
import care.vestibule.identity.Users;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.testing.AtOnce;
import care.vestibule.testing.Fixtures;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InvitationTest
class InvitationsTests {

  private final InvitationFixture reception;
  private final Fixtures fixtures;
  private final RecordingOutbox outbox;
  private final Users users;

  InvitationsTests(
      @Autowired InvitationFixture reception,
      @Autowired RecordingOutbox outbox,
      @Autowired Users users) {
    this.reception = reception;
    this.fixtures = reception.fixtures();
    this.outbox = outbox;
    this.users = users;
  }

  @Test
  void anInvitedPatientHasAUserAnInvitationAndOneProcessToBegin() {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();

    var requested =
        reception.request(patient.clinic(), reception.requestFor(patient), Optional.empty());

    assertThat(requested.created()).isTrue();
    var invitation = requested.invitation();
    assertThat(invitation.state()).isEqualTo(InvitationState.REQUESTED);
    assertThat(invitation.generation()).isEqualTo(1);
    assertThat(Duration.between(invitation.requestedAt(), invitation.expiresAt()))
        .isEqualTo(Duration.ofDays(30));
    assertThat(userStateOf(patient)).contains(UserState.INVITED);
    var messages = outbox.of(ProcessMessage.INVITATION_REQUESTED, patient.ref());
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().messageId()).isEqualTo("invitation:" + invitation.id());
    assertThat(messages.getFirst().variables().values())
        .containsEntry(ProcessVariable.CLINIC_REF, patient.clinic().value())
        .containsEntry(ProcessVariable.INVITATION_ID, invitation.id().value())
        .containsEntry(ProcessVariable.PATIENT_REF, patient.ref())
        .containsEntry(ProcessVariable.GENERATION, 1)
        .containsEntry(ProcessVariable.INVITATION_EXPIRES_AT, invitation.expiresAt())
        .hasSize(10);
  }

  @Test
  void aPatientWithALandlineOnlyCanNotBeInvitedAndNothingIsCreated() {
    var patient =
        fixtures
            .aPatient(reception.aClinic().id())
            .reachedBy(new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "+49 30 1234567", true))
            .stored();

    assertRefused(RefusalReason.UNREACHABLE, patient, RequestedChannel.AUTO);

    assertThat(userStateOf(patient)).isEmpty();
    assertThat(outbox.of(ProcessMessage.INVITATION_REQUESTED, patient.ref())).isEmpty();
  }

  @Test
  void aChannelThePatientHasNoContactForIsRefused() {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();

    assertRefused(RefusalReason.CHANNEL_MISSING, patient, RequestedChannel.SMS);
  }

  @Test
  void anActiveUserCanNotBeInvited() {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();
    reception.at(
        patient.clinic(),
        () -> {
          users.activate(users.createInvited(patient.id()), new byte[16]);
          return patient;
        });

    assertRefused(RefusalReason.ALREADY_USER, patient, RequestedChannel.AUTO);
  }

  @Test
  void aPatientWhoIsOnlyInvitedGetsTheLiveInvitationBack() {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();
    var first = reception.requested(patient);

    var second =
        reception.request(patient.clinic(), reception.requestFor(patient), Optional.empty());

    assertThat(second.created()).isFalse();
    assertThat(second.invitation().id()).isEqualTo(first.id());
    assertThat(outbox.of(ProcessMessage.INVITATION_REQUESTED, patient.ref())).hasSize(1);
  }

  @Test
  void sixteenDesksThatInviteAtOnceMakeOneInvitation() throws Exception {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();
    var request = reception.requestFor(patient);

    var answers =
        AtOnce.times(16, () -> reception.request(patient.clinic(), request, Optional.empty()));

    assertThat(answers).filteredOn(RequestedInvitation::created).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.invitation().id()).distinct()).hasSize(1);
    assertThat(outbox.of(ProcessMessage.INVITATION_REQUESTED, patient.ref())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"DECEASED,DECEASED", "INACTIVE,INACTIVE", "MERGED,MERGED"})
  void whoIsDeceasedInactiveOrMergedIsRefusedWithTheReason(
      PatientState state, RefusalReason reason) {
    var patient = fixtures.aPatient(reception.aClinic().id()).being(state).stored();

    assertRefused(reason, patient, RequestedChannel.AUTO);
  }

  @Test
  void aMinorIsRefusedUntilTheBirthdayThatCounts() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var clinic = reception.aClinic().id();
    var minor = fixtures.aPatient(clinic).born(today.minusYears(16).plusDays(1)).stored();
    var justSixteen = fixtures.aPatient(clinic).born(today.minusYears(16)).stored();

    assertRefused(RefusalReason.MINOR, minor, RequestedChannel.AUTO);
    assertThat(reception.requested(justSixteen).isLive()).isTrue();
  }

  @Test
  void anotherClinicsPatientIsUnknown() {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();
    var elsewhere = reception.aClinic().id();

    assertRefused(
        RefusalReason.UNKNOWN_PATIENT,
        () -> reception.request(elsewhere, reception.requestFor(patient), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"PT4M59S", "PT48H1S"})
  void aLinkLivesFiveMinutesToTwoDays(Duration life) {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();
    var usual = reception.requestFor(patient);

    assertRefused(
        RefusalReason.LINK_LIFE,
        () ->
            reception.request(
                patient.clinic(),
                new InvitationRequest(
                    patient.id(),
                    usual.invitedBy(),
                    RequestedChannel.AUTO,
                    life,
                    InvitationPurpose.NEW_USER),
                Optional.empty()));
  }

  @Test
  void theSameKeyWithTheSameBodyIsOneRequestAndGetsOneAnswer() throws Exception {
    var patient = fixtures.aPatient(reception.aClinic().id()).stored();
    var request = reception.requestFor(patient);

    var answers =
        AtOnce.times(8, () -> reception.request(patient.clinic(), request, Optional.of("key-1")));

    assertThat(answers).allMatch(RequestedInvitation::created);
    assertThat(answers.stream().map(answer -> answer.invitation().id()).distinct()).hasSize(1);
    assertThat(outbox.of(ProcessMessage.INVITATION_REQUESTED, patient.ref())).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    var clinic = reception.aClinic().id();
    var first = reception.requestFor(fixtures.aPatient(clinic).stored());
    var other = reception.requestFor(fixtures.aPatient(clinic).stored());
    var answer = reception.request(clinic, first, Optional.of("key-1"));

    assertThat(answer.created()).isTrue();
    assertRefused(
        RefusalReason.KEY_REUSED, () -> reception.request(clinic, other, Optional.of("key-1")));
  }

  @Test
  void aKeyWhoseRequestWasRefusedCanBeUsedAgain() {
    var clinic = reception.aClinic().id();
    var minor = fixtures.aPatient(clinic).born(LocalDate.now(ZoneOffset.UTC)).stored();
    var request = reception.requestFor(minor);
    assertRefused(
        RefusalReason.MINOR, () -> reception.request(clinic, request, Optional.of("key-1")));

    var adult = reception.requestFor(fixtures.aPatient(clinic).stored());

    assertThat(reception.request(clinic, adult, Optional.of("key-1")).created()).isTrue();
  }

  private void assertRefused(RefusalReason reason, Patient patient, RequestedChannel wish) {
    var request = reception.requestFor(patient, wish);
    assertRefused(reason, () -> reception.request(patient.clinic(), request, Optional.empty()));
  }

  private static void assertRefused(RefusalReason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvitationRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private Optional<UserState> userStateOf(Patient patient) {
    return reception.at(
        patient.clinic(), () -> users.ofPatient(patient.id()).map(user -> user.state()));
  }
}
