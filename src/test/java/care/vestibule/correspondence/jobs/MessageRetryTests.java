package care.vestibule.correspondence.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.messaging.NotSentYet;
import care.vestibule.process.Incident;
import care.vestibule.process.RetryLater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRetryTests {

  @Test
  void aTextMessageTheBreakerHoldsIsAnIncidentOfItsOwnName() {
    assertThatThrownBy(() -> MessageRetry.now(notSentBecauseOf("SMS_BREAKER"), () -> true))
        .isInstanceOfSatisfying(
            Incident.class, incident -> assertThat(incident.code()).isEqualTo("SMS_BREAKER"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyOtherCauseIsTriedForEverForAsLongAsTheMessageIsWanted(boolean wanted) {
    assertThatThrownBy(() -> MessageRetry.now(notSentBecauseOf("SMTP_451"), () -> wanted))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> {
              assertThat(later.code()).isEqualTo("MESSAGE_NOT_SENT");
              assertThat(later.isForEver()).isEqualTo(wanted);
            });
  }

  private static Runnable notSentBecauseOf(String code) {
    return () -> {
      throw new NotSentYet(code);
    };
  }
}
