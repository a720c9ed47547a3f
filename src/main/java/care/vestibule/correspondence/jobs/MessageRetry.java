package care.vestibule.correspondence.jobs;

import care.vestibule.messaging.NotSentYet;
import care.vestibule.process.Incident;
import care.vestibule.process.RetryLater;
import java.util.function.BooleanSupplier;

/** Tells apart what a message that could not be handed over waits for. */
final class MessageRetry {

  private MessageRetry() {}

  /**
   * Sends.
   *
   * @param stillWanted whether the message is worth sending however long that takes
   * @throws Incident {@code SMS_BREAKER} if no text message goes out today any more: trying again
   *     within the hour would only hide why
   * @throws RetryLater for any other cause, which passes by itself; a message that is not wanted
   *     for ever becomes the incident {@code MESSAGE_NOT_SENT} after as many tries as any job has
   */
  static void now(Runnable sending, BooleanSupplier stillWanted) {
    try {
      sending.run();
    } catch (NotSentYet e) {
      if (e.code().equals(NotSentYet.SMS_BREAKER)) {
        throw new Incident("SMS_BREAKER");
      }
      if (e.patience().isPresent()) {
        throw RetryLater.after("MESSAGE_NOT_SENT", e.patience().get());
      }
      throw stillWanted.getAsBoolean()
          ? RetryLater.again("MESSAGE_NOT_SENT")
          : RetryLater.aFewTimes("MESSAGE_NOT_SENT");
    }
  }
}
