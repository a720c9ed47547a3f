package care.vestibule.messaging;

/**
 * An e-mail as a factory words it; who sends and who receives it is not the factory's to say.
 *
 * @param subject one line
 * @param text the plain-text part
 * @param html the same as HTML, without anything to be fetched
 */
public record EmailMessage(String subject, String text, String html) {

  /** Refuses a subject that could become a second header (RFC 5322, section 2.2). */
  public EmailMessage {
    if (subject.isBlank() || subject.length() > 200 || !subject.matches("[^\\p{Cc}\\p{Cf}]+")) {
      throw new IllegalArgumentException("A subject is one line of up to 200 characters");
    }
    if (text.isBlank() || html.isBlank()) {
      throw new IllegalArgumentException("An e-mail has a text and an HTML part");
    }
  }

  /** Never the words: they are personal. */
  @Override
  public String toString() {
    return "EmailMessage[]";
  }
}
