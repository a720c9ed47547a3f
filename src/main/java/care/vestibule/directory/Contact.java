package care.vestibule.directory;

/**
 * A way to reach a patient.
 *
 * @param kind by which technique; only {@code EMAIL} and {@code MOBILE} take an invitation
 * @param use where it belongs
 * @param value an e-mail address, or a phone number as it was written down
 * @param preferred whether the patient likes it best
 */
public record Contact(Kind kind, Use use, String value, boolean preferred) {

  /** Refuses what can not be an address: RFC 5321 limits one to 254 characters. */
  public Contact {
    Texts.require("contact", value, 254);
    if (kind == Kind.EMAIL && !value.matches("[^\\s@]+@[^\\s@]+")) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** By which technique a contact is reached. */
  public enum Kind {
    /** An e-mail address. */
    EMAIL,
    /** A phone that takes text messages. */
    MOBILE,
    /** A phone that may not. */
    LANDLINE
  }

  /** Where a contact belongs. */
  public enum Use {
    /** At home. */
    HOME,
    /** At work: others may read what is sent there. */
    WORK,
    /** Anything else. */
    OTHER
  }
}
