package care.vestibule.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.correspondence.SendPathFixture;
import care.vestibule.correspondence.SendPathTest;
import care.vestibule.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Clinics whose relay takes one e-mail a minute. */
@SendPathTest
@TestPropertySource(properties = "vestibule.messaging.emails-per-minute=1")
class SlowedInvitationsTests {

  private final SendPathFixture sender;

  SlowedInvitationsTests(@Autowired SendPathFixture sender) {
    this.sender = sender;
  }

  @Test
  void whatIsTooMuchIsPutOffEachTimeUntilItsMomentAndOtherClinicsGoOn() {
    var patient = sender.aPatientWith(sender.anEmail(true));
    var first = sender.invite(patient);
    var second = sender.invite(sender.aPatientOf(patient.clinic(), sender.anEmail(true)));
    var elsewhere = sender.invite(sender.aPatientWith(sender.anEmail(true)));

    sender.send(first);
    sender.send(second);
    sender.send(elsewhere);

    assertThat(sender.stateOf(first)).isEqualTo(InvitationState.SENT);
    assertThat(sender.stateOf(elsewhere)).isEqualTo(InvitationState.SENT);
    assertPutOff(second);
    sender.laterComes(second);
    assertPutOff(second);
  }

  private void assertPutOff(Invitation invitation) {
    assertThat(sender.stateOf(invitation)).isEqualTo(InvitationState.REQUESTED);
    var moment =
        TestDatabase.get()
            .jdbc()
            .sql(
                """
                select attempts = 0
                   and not_before between now() + interval '20 s' and now() + interval '3 min'
                  from link_request where id = :id
                """)
            .param("id", invitation.id().value())
            .query(Boolean.class)
            .single();
    assertThat(moment).isTrue();
  }
}
