package care.vestibule.invitation.jobs;

import care.vestibule.messaging.NotSentYet;
import care.vestibule.process.Incident;

/** Says at once and by name when a message waits for nothing but the limit of all text messages. */
final class Breaker {

  private Breaker() {}

  /**
   * Sends.
   *
   * @throws Incident {@code SMS_BREAKER} if no text message goes out today any more: trying again
   *     within the hour would only hide why
   * @throws NotSentYet for any other cause, which may pass by itself
   */
  static void watch(Runnable sending) {
    try {
      sending.run();
    } catch (NotSentYet e) {
      if (e.code().equals(NotSentYet.SMS_BREAKER)) {
        throw new Incident("SMS_BREAKER");
      }
      throw e;
    }
  }
}
