package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.correspondence.LinkSender;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.KeyClaim;
import care.vestibule.directory.Contact;
import care.vestibule.directory.PublicKeys;
import care.vestibule.enrolment.EnrolmentResult;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.enrolment.EnrolmentResult.KeyRefused;
import care.vestibule.enrolment.EnrolmentResult.Refused;
import care.vestibule.enrolment.Enrolments;
import care.vestibule.enrolment.NewKey;
import care.vestibule.identity.UserState;
import care.vestibule.identity.Users;
import care.vestibule.process.ProcessMessage;
import care.vestibule.testing.AtOnce;
import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InvitationTest
class EnrolmentsTests {

  private final InvitationFixture reception;
  private final Enrolments enrolments;
  private final Invitations invitations;
  private final EndInvitation ends;
  private final LinkSender post;
  private final RecordingOutbox outbox;
  private final Users users;

  EnrolmentsTests(
      @Autowired InvitationFixture reception,
      @Autowired Enrolments enrolments,
      @Autowired Invitations invitations,
      @Autowired EndInvitation ends,
      @Autowired LinkSender post,
      @Autowired RecordingOutbox outbox,
      @Autowired Users users) {
    this.reception = reception;
    this.enrolments = enrolments;
    this.invitations = invitations;
    this.ends = ends;
    this.post = post;
    this.outbox = outbox;
    this.users = users;
  }

  @Test
  void whoOpensTheLinkAndBringsAKeyIsAUserAndTheProcessGoesOn() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);

    var answer = enrol(guest, invitation);

    assertThat(answer).isInstanceOf(Enrolled.class);
    var accepted = reception.look(invitation);
    assertThat(accepted.state()).isEqualTo(InvitationState.ACCEPTED);
    assertThat(accepted.acceptedAt()).isPresent();
    var user = reception.at(invitation.clinic(), () -> users.ofPatient(invitation.patient()));
    assertThat(user.orElseThrow().state()).isEqualTo(UserState.ACTIVE);
    assertThat(logins(invitation)).isEqualTo(1);
  }

  @Test
  void theKeyStandsInTheDirectoryWithAProofOnlyTheAgentCanCheck() {
    var invitation = reception.sent();
    enrol(reception.guestOf(invitation), invitation);

    var key =
        reception
            .fixtures()
            .in(
                invitation.clinic(),
                () ->
                    new PublicKeys(TestDatabase.get().jdbc())
                        .activeOf(invitation.patient().value()))
            .orElseThrow();

    var proof = key.proof().orElseThrow();
    var claim =
        new KeyClaim(
            invitation.clinic().value(), proof.invitation(), proof.generation(), key.key());
    var agent = InvitationKey.of(new byte[32]);
    assertThat(claim.isProvenBy(proof.mac(), agent.bind(invitation.id().value(), 1))).isTrue();
    assertThat(claim.isProvenBy(proof.mac(), agent.bind(invitation.id().value(), 2))).isFalse();
  }

  @Test
  void ofSixtyFourBrowsersThatRedeemOneLinkExactlyOneWins() throws Exception {
    var browsers = new ArrayList<PatientBrowser>();
    for (int round = 0; round < 200; round++) {
      var invitation = reception.sent();
      var link = reception.guestOf(invitation);
      // Making keys takes longer than the race: only the winner's is used up.
      while (browsers.size() < 64) {
        browsers.add(link.copy());
      }
      browsers.replaceAll(browser -> browser.withLinkOf(link));

      var answers =
          AtOnce.all(
              browsers.stream()
                  .<Callable<EnrolmentResult>>map(browser -> () -> enrol(browser, invitation))
                  .toList());

      assertThat(answers).as("round " + round).filteredOn(Enrolled.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(63);
      assertThat(logins(invitation)).isEqualTo(1);
      browsers.remove(
          IntStream.range(0, 64)
              .filter(one -> answers.get(one) instanceof Enrolled)
              .findFirst()
              .orElseThrow());
    }
  }

  @Test
  void ofLoginAndExpiryAtTheSameMomentExactlyOneWins() throws Exception {
    int accepted = 0;
    for (int round = 0; round < 1000; round++) {
      var invitation = reception.sent();
      var guest = reception.guestOf(invitation);
      reception.outlive(invitation, round % 50);

      var both =
          AtOnce.<Boolean>all(
              List.of(
                  () -> enrol(guest, invitation) instanceof Enrolled,
                  () -> alreadyAcceptedWhenExpired(invitation)));

      assertThat(both.get(1)).as("round " + round).isEqualTo(both.get(0));
      assertThat(reception.look(invitation).state())
          .isEqualTo(both.get(0) ? InvitationState.ACCEPTED : InvitationState.EXPIRED);
      assertThat(logins(invitation)).isEqualTo(both.get(0) ? 1 : 0);
      accepted += both.get(0) ? 1 : 0;
    }
    // A race nobody runs proves nothing.
    assertThat(accepted).isBetween(1, 999);
  }

  @Test
  void aResendKillsTheOlderLinkInTheSameMoment() {
    var invitation = reception.sent();
    var older = reception.guestOf(invitation);

    var resent =
        reception.at(
            invitation.clinic(),
            () -> invitations.resend(invitation.id(), reception.system(invitation.clinic())));

    assertThat(resent.generation()).isEqualTo(2);
    assertThat(enrol(older, invitation)).isInstanceOf(Refused.class);
    sendFreshLink(invitation);
    assertThat(enrol(reception.guestOf(invitation), resent)).isInstanceOf(Enrolled.class);
  }

  @Test
  void anExpiredLinkBringsAFreshOneOnceAndStaysDead() {
    var invitation = reception.sent();
    var expired = reception.guestOf(invitation);
    enrolments.requestFreshLink(expired.link(), PatientBrowser.BORN);
    assertThat(reception.look(invitation).generation()).as("still good").isEqualTo(1);
    reception.outliveLink(invitation);

    assertThat(enrol(expired, invitation)).isInstanceOf(Refused.class);
    enrolments.requestFreshLink(expired.link(), PatientBrowser.BORN);
    enrolments.requestFreshLink(expired.link(), PatientBrowser.BORN);

    var renewed = reception.look(invitation);
    assertThat(renewed.generation()).isEqualTo(2);
    assertThat(outbox.of(ProcessMessage.FRESH_LINK_WANTED, invitation.id().value())).hasSize(1);
    sendFreshLink(invitation);
    assertThat(enrol(expired, renewed)).isInstanceOf(Refused.class);
    assertThat(enrol(reception.guestOf(invitation), renewed)).isInstanceOf(Enrolled.class);
  }

  @Test
  void aKeySomebodyElseHoldsIsRefusedAndTheLinkStaysGood() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    var own = guest.key(invitation);
    var others = guest.copy().key(invitation);

    var answer =
        enrolments.enrol(
            guest.link(),
            Optional.empty(),
            PatientBrowser.BORN,
            new NewKey(others.key(), own.mac(), own.signature(), Optional.empty()));

    assertThat(answer).isInstanceOf(KeyRefused.class);
    assertThat(enrol(guest, invitation)).isInstanceOf(Enrolled.class);
  }

  @Test
  void aKeyThatIsInUseIsRefusedAndTheLinkStaysGood() {
    var first = reception.sent();
    var guest = reception.guestOf(first);
    enrol(guest, first);
    var clinic = first.clinic();
    var second = reception.sent(reception.fixtures().aPatient(clinic).stored());

    var same = guest.withLinkOf(reception.guestOf(second));

    assertThat(enrol(same, second)).isInstanceOf(KeyRefused.class);
    assertThat(reception.look(second).state()).isEqualTo(InvitationState.SENT);
  }

  @Test
  void twoPatientsWithOneAddressEnrolEachAsThemselves() {
    var clinic = reception.aClinic().id();
    var shared =
        new Contact(
            Contact.Kind.EMAIL, Contact.Use.HOME, UUID.randomUUID() + "@family.example", true);
    var her = reception.sent(reception.fixtures().aPatient(clinic).reachedBy(shared).stored());
    var hers = reception.guestOf(shared);
    var his = reception.sent(reception.fixtures().aPatient(clinic).reachedBy(shared).stored());
    var hisLink = reception.guestOf(shared);

    assertThat(enrol(hers, his)).as("her link, claimed for him").isInstanceOf(KeyRefused.class);
    assertThat(enrol(hers, her))
        .isInstanceOfSatisfying(
            Enrolled.class, it -> assertThat(it.user().patient()).isEqualTo(her.patient()));
    assertThat(enrol(hisLink, his))
        .isInstanceOfSatisfying(
            Enrolled.class, it -> assertThat(it.user().patient()).isEqualTo(his.patient()));
  }

  @Test
  void anInvitationThatEndedUnusedDoesNotBlockTheNext() {
    var patient = reception.fixtures().aPatient(reception.aClinic().id()).stored();
    var first = reception.sent(patient);
    reception.outlive(first, 0);
    assertThat(reception.at(first.clinic(), () -> ends.expire(first.id()))).isFalse();

    var second = reception.sent(patient);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(enrol(reception.guestOf(second), second)).isInstanceOf(Enrolled.class);
  }

  @Test
  void aWithdrawnInvitationOpensNothing() {
    var invitation = reception.sent();
    reception.at(
        invitation.clinic(),
        () -> invitations.withdraw(invitation.id(), false, reception.system(invitation.clinic())));

    assertThat(enrol(reception.guestOf(invitation), invitation)).isInstanceOf(Refused.class);
    assertThat(outbox.of(ProcessMessage.INVITATION_WITHDRAWN, invitation.id().value())).hasSize(1);
  }

  @Test
  void nothingInTheDatabaseOpensTheDoor() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);

    var rows = reception.fixtures().in(invitation.clinic(), () -> allRows(invitation));

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst())
        .contains(invitation.id().toString())
        .doesNotContain(guest.secret())
        .doesNotContain(guest.secretHex())
        .doesNotContain(guest.bindHex());
  }

  private List<String> allRows(Invitation invitation) {
    return TestDatabase.get()
        .jdbc()
        .sql(
            """
            select i::text || l::text from invitation i
              join invitation_link l on l.invitation_id = i.id
             where i.id = :id
            """)
        .param("id", invitation.id().value())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private EnrolmentResult enrol(PatientBrowser guest, Invitation invitation) {
    return enrolments.enrol(
        guest.link(), Optional.empty(), PatientBrowser.BORN, guest.key(invitation));
  }

  private boolean alreadyAcceptedWhenExpired(Invitation invitation) {
    while (true) {
      try {
        return reception.at(invitation.clinic(), () -> ends.expire(invitation.id()));
      } catch (IllegalStateException tooEarly) {
        // The engine delivers such a job again.
        Thread.onSpinWait();
      }
    }
  }

  private void sendFreshLink(Invitation invitation) {
    reception.at(
        invitation.clinic(),
        () -> {
          post.sendFreshLink(invitation.id());
          return invitation;
        });
  }

  private int logins(Invitation invitation) {
    return outbox.of(ProcessMessage.PATIENT_LOGGED_IN, invitation.id().value()).size();
  }
}
