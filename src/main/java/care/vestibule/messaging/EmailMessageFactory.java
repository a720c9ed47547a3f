package care.vestibule.messaging;

/** Words e-mails; a clinic that brings a bean of its own replaces the built-in words. */
@FunctionalInterface
public interface EmailMessageFactory {

  /**
   * The message for these facts, the same for the same facts: a message is worded again when it is
   * not known whether it went out.
   */
  EmailMessage get(MessageFacts facts);
}
