package care.vestibule.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.directory.Contact;
import care.vestibule.invitation.InvitationState;
import care.vestibule.local.sms.SmsGateway;
import care.vestibule.messaging.ScriptedSmtp;
import care.vestibule.process.BusinessFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Scenarios C3, C4 and C7: what servers do to an invitation, and what becomes of it. */
@SendPathTest
class SendPathTests {

  private final SendPathFixture sender;
  private final ScriptedSmtp smtp;
  private final SmsGateway gateway;
  private final Contact email;
  private final Contact mobile;

  SendPathTests(
      @Autowired SendPathFixture sender,
      @Autowired ScriptedSmtp smtp,
      @Autowired SmsGateway gateway) {
    this.sender = sender;
    this.smtp = smtp;
    this.gateway = gateway;
    this.email = sender.anEmail(true);
    this.mobile = sender.aMobile(false);
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
    "., 452 no module",
  })
  void whatFailsForNowIsSentOnceWhenTheServerIsWell(String command, String answer) {
    smtp.answer(command, answer);
    var invitation = sender.invite(sender.aPatientWith(email));
    sender.send(invitation);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.REQUESTED);

    smtp.healed();
    sender.laterComes(invitation);
    sender.laterComes(invitation);
    sender.send(invitation);

    assertThat(mails()).hasSize(1);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @ParameterizedTest
  @CsvSource({"., ''", "., (silence)"})
  void aServerThatNeverSaysItTookAMailGetsTheSameMailAgainAndNoThird(
      String command, String answer) {
    smtp.answer(command, answer);
    var invitation = sender.invite(sender.aPatientWith(email));
    sender.send(invitation);

    smtp.healed();
    sender.laterComes(invitation);
    sender.laterComes(invitation);
    sender.send(invitation);

    assertThat(mails()).hasSize(2);
    assertThat(mails().stream().map(SendPathTests::messageId).distinct()).hasSize(1);
  }

  @Test
  void aConnectionThatEndsAfterTheLastYesCostsNothing() {
    smtp.answer("QUIT", "");
    var invitation = sender.invite(sender.aPatientWith(email));

    sender.send(invitation);
    sender.send(invitation);

    assertThat(mails()).hasSize(1);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 550 unknown", "DATA, 554 no", "., 554 spam"})
  void whatIsRefusedForGoodGoesTheOtherWayAtOnce(String command, String answer) {
    smtp.answer(command, answer);
    var invitation = sender.invite(sender.aPatientWith(email, mobile));

    sender.send(invitation);

    assertThat(mails()).isEmpty();
    assertThat(texts()).hasSize(1);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @Test
  void whereThereIsNoOtherWayTheDeskHasToLook() {
    smtp.answer("RCPT", "550 unknown");
    var invitation = sender.invite(sender.aPatientWith(email));

    assertThatThrownBy(() -> sender.send(invitation)).isInstanceOf(BusinessFailure.class);

    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.UNDELIVERABLE);
  }

  @Test
  void whatTurnsOutUndeliverableLaterSendsTheProcessBackToLookForAnotherWay() {
    smtp.answer("RCPT", "450 busy");
    var invitation = sender.invite(sender.aPatientWith(email));
    sender.send(invitation);

    smtp.answer("RCPT", "550 unknown");
    sender.laterComes(invitation);

    assertThatThrownBy(() -> sender.send(invitation)).isInstanceOf(BusinessFailure.class);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.UNDELIVERABLE);
  }

  @ParameterizedTest
  @CsvSource({"429", "500", "503"})
  void aGatewayInTroubleGetsOneMessageWhenItIsWell(int status) {
    gateway.faults().failNext(1, status);
    var invitation = sender.invite(sender.aPatientWith(mobile));
    sender.send(invitation);
    assertThat(texts()).isEmpty();

    sender.laterComes(invitation);
    sender.laterComes(invitation);
    sender.send(invitation);

    assertThat(texts()).hasSize(1);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @Test
  void aGatewayThatTookAMessageAndNeverSaidSoGetsNoOther() {
    gateway.faults().hangAfterAcceptingNext(1, Duration.ofMillis(50));
    var invitation = sender.invite(sender.aPatientWith(mobile));
    sender.send(invitation);

    sender.laterComes(invitation);
    sender.send(invitation);

    assertThat(texts()).hasSize(1);
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.SENT);
  }

  @Test
  void anInvitationThatEndedMeanwhileIsNotSentAnyMore() {
    smtp.answer("RCPT", "450 busy");
    var invitation = sender.invite(sender.aPatientWith(email));
    sender.send(invitation);
    sender.withdraw(invitation);

    smtp.healed();
    sender.laterComes(invitation);

    assertThat(mails()).isEmpty();
  }

  private List<String> mails() {
    return smtp.messages().stream().filter(mail -> mail.contains(email.value())).toList();
  }

  private List<?> texts() {
    return gateway.to(mobile.value());
  }

  private static String messageId(String mail) {
    return mail.replaceAll("(?s).*Message-ID: (\\S+).*", "$1");
  }
}
