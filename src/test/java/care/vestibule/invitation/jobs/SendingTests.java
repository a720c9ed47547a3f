package care.vestibule.invitation.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.messaging.NotSentYet;
import care.vestibule.process.Incident;
import org.junit.jupiter.api.Test;

class BreakerTests {

  @Test
  void aTextMessageTheBreakerHoldsIsAnIncidentOfItsOwnName() {
    assertThatThrownBy(() -> Breaker.watch(notSentBecauseOf("SMS_BREAKER")))
        .isInstanceOfSatisfying(
            Incident.class, incident -> assertThat(incident.code()).isEqualTo("SMS_BREAKER"));
  }

  @Test
  void anyOtherCauseIsTriedAgain() {
    assertThatThrownBy(() -> Breaker.watch(notSentBecauseOf("SMTP_451")))
        .isInstanceOf(NotSentYet.class);
  }

  private static Runnable notSentBecauseOf(String code) {
    return () -> {
      throw new NotSentYet(code);
    };
  }
}
