package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import care.vestibule.local.sms.SmsGateway;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.process.BusinessFailure;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios C3, C4 and C7: what servers do to an invitation, and what becomes of it. */
@SendPathTest
class SendPathTests {

  private final Invitations invitations;
  private final InvitationPost post;
  private final Postponement postponement;
  private final LinkPost linkPost;
  private final CurrentClinic clinic;
  private final ScriptedSmtp smtp;
  private final SmsGateway gateway;
  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final String address = "p" + UUID.randomUUID() + "@patient.example";
  private final String mobile = "+4915123" + (100_000 + new java.util.Random().nextInt(900_000));

  SendPathTests(
      @Autowired Invitations invitations,
      @Autowired InvitationPost post,
      @Autowired Postponement postponement,
      @Autowired LinkPost linkPost,
      @Autowired CurrentClinic clinic,
      @Autowired ScriptedSmtp smtp,
      @Autowired SmsGateway gateway) {
    this.invitations = invitations;
    this.post = post;
    this.postponement = postponement;
    this.linkPost = linkPost;
    this.clinic = clinic;
    this.smtp = smtp;
    this.gateway = gateway;
  }

  @AfterEach
  void everythingWorksAgain() {
    smtp.healed();
    gateway.faults().clear();
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 421 too many connections",
    "CONNECT, ''",
    "CONNECT, (silence)",
    "MAIL, 451 later",
    "RCPT, 450 busy",
    "RCPT, ''",
    "DATA, 451 later",
    "DATA, ''",
    "., 452 no room",
  })
  void whatFailsForNowIsSentOnceWhenTheServerIsWell(String command, String answer) {
    smtp.answer(command, answer);
    var invitation = invite(patient(false));
    send(invitation);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.REQUESTED);

    smtp.healed();
    laterComes(invitation);
    laterComes(invitation);
    send(invitation);

    assertThat(mails()).hasSize(1);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @ParameterizedTest
  @CsvSource({"., ''", "., (silence)"})
  void aServerThatNeverSaysItTookAMailGetsTheSameMailAgainAndNoThird(
      String command, String answer) {
    smtp.answer(command, answer);
    var invitation = invite(patient(false));
    send(invitation);

    smtp.healed();
    laterComes(invitation);
    laterComes(invitation);
    send(invitation);

    assertThat(mails()).hasSize(2);
    assertThat(mails().stream().map(SendPathTests::messageId).distinct()).hasSize(1);
  }

  @Test
  void aConnectionThatEndsAfterTheLastYesCostsNothing() {
    smtp.answer("QUIT", "");
    var invitation = invite(patient(false));

    send(invitation);
    send(invitation);

    assertThat(mails()).hasSize(1);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 550 unknown", "DATA, 554 no", "., 554 spam"})
  void whatIsRefusedForGoodGoesTheOtherWayAtOnce(String command, String answer) {
    smtp.answer(command, answer);
    var invitation = invite(patient(true));

    send(invitation);

    assertThat(mails()).isEmpty();
    assertThat(texts()).hasSize(1);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @Test
  void whereThereIsNoOtherWayTheDeskHasToLook() {
    smtp.answer("RCPT", "550 unknown");
    var invitation = invite(patient(false));

    assertThatThrownBy(() -> send(invitation)).isInstanceOf(BusinessFailure.class);

    assertThat(stateOf(invitation)).isEqualTo(InvitationState.UNDELIVERABLE);
  }

  @Test
  void whatTurnsOutUndeliverableLaterSendsTheProcessBackToLookForAnotherWay() {
    smtp.answer("RCPT", "450 busy");
    var invitation = invite(patient(false));
    send(invitation);

    smtp.answer("RCPT", "550 unknown");
    laterComes(invitation);

    assertThatThrownBy(() -> send(invitation)).isInstanceOf(BusinessFailure.class);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.UNDELIVERABLE);
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "503"})
  void aGatewayInTroubleGetsOneMessageWhenItIsWell(int status) {
    gateway.faults().failNext(1, status);
    var invitation = invite(patientWithMobileOnly());
    send(invitation);
    assertThat(texts()).isEmpty();

    laterComes(invitation);
    laterComes(invitation);
    send(invitation);

    assertThat(texts()).hasSize(1);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @Test
  void aGatewayThatTookAMessageAndNeverSaidSoGetsNoOther() {
    gateway.faults().hangAfterAcceptingNext(1, Duration.ofMillis(50));
    var invitation = invite(patientWithMobileOnly());
    send(invitation);

    laterComes(invitation);
    send(invitation);

    assertThat(texts()).hasSize(1);
    assertThat(stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @Test
  void anInvitationThatEndedMeanwhileIsNotSentAnyMore() {
    smtp.answer("RCPT", "450 busy");
    var invitation = invite(patient(false));
    send(invitation);
    clinic.during(
        invitation.clinic(),
        () -> invitations.withdraw(invitation.id(), false, system(invitation)));

    smtp.healed();
    laterComes(invitation);

    assertThat(mails()).isEmpty();
  }

  /** Does what the worker does. */
  private void send(Invitation invitation) {
    clinic.during(
        invitation.clinic(),
        () ->
            postponement.sendNowOrLater(
                invitation.id(), () -> post.sendInvitation(invitation.id())));
  }

  /** The moment has come at which a message that could not be sent is tried again. */
  private void laterComes(Invitation invitation) {
    TestDatabase.get()
        .jdbc()
        .sql("update link_request set not_before = now() where id = :id")
        .param("id", invitation.id().value())
        .update();
    linkPost.sendAll();
  }

  private InvitationState stateOf(Invitation invitation) {
    return clinic.during(
        invitation.clinic(), () -> invitations.find(invitation.id()).orElseThrow().state());
  }

  private Invitation invite(Patient patient) {
    var doctor = fixtures.anHcp(patient.clinic()).id();
    var request =
        new InvitationRequest(
            patient.id(),
            doctor,
            ChannelWish.AUTO,
            Duration.ofHours(1),
            InvitationPurpose.NEW_USER);
    var actor = new Actor.ClinicSystem(patient.clinic(), new UUID(0, 1));
    return clinic.during(
        patient.clinic(), () -> invitations.request(request, Optional.empty(), actor).invitation());
  }

  private static Actor system(Invitation invitation) {
    return new Actor.ClinicSystem(invitation.clinic(), new UUID(0, 1));
  }

  private Patient patient(boolean withMobile) {
    var email = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, address, true);
    var phone = new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, mobile, false);
    return fixtures
        .aPatient(fixtures.aClinic().id())
        .reachedBy(withMobile ? new Contact[] {email, phone} : new Contact[] {email})
        .stored();
  }

  private Patient patientWithMobileOnly() {
    return fixtures
        .aPatient(fixtures.aClinic().id())
        .reachedBy(new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, mobile, true))
        .stored();
  }

  private List<String> mails() {
    return smtp.messages().stream().filter(mail -> mail.contains(address)).toList();
  }

  private List<?> texts() {
    return gateway.to(mobile);
  }

  private static String messageId(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }
}
