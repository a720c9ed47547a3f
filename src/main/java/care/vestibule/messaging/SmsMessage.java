package care.vestibule.messaging;

/**
 * A text message as a factory words it.
 *
 * @param text one segment if the alphabet allows (160 characters of GSM-7, else 70)
 */
public record SmsMessage(String text) {

  /** Refuses what no gateway takes: Twilio's limit is 1,600 characters. */
  public SmsMessage {
    if (text.isBlank() || text.length() > 1600) {
      throw new IllegalArgumentException("A text message has 1 to 1600 characters");
    }
  }

  /** Never the words: they are personal. */
  @Override
  public String toString() {
    return "SmsMessage[]";
  }
}
