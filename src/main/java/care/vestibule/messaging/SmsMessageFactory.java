package care.vestibule.messaging;

/** Words text messages; a clinic that brings a bean of its own replaces the built-in words. */
@FunctionalInterface
public interface SmsMessageFactory {

  /**
   * The message for these facts, the same for the same facts: a message is worded again when it is
   * not known whether it went out.
   */
  SmsMessage get(MessageFacts facts);
}
