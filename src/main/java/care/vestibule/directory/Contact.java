package care.vestibule.directory;

import java.util.Optional;

/**
 * A way to reach a patient.
 *
 * @param kind by which technique; only {@code EMAIL} and {@code MOBILE} take an invitation
 * @param use where it belongs
 * @param value an e-mail address, or a phone number as it was written down
 * @param preferred whether the patient likes it best
 * @param proxy the name of the person it belongs to who stands in for the patient, such as a parent
 *     or guardian; may be empty, and absent if it is the patient's own
 */
public record Contact(Kind kind, Use use, String value, boolean preferred, Optional<String> proxy) {

  /** Refuses what cannot be an address: RFC 5321 limits one to 254 characters. */
  public Contact {
    Texts.require("contact", value, 254);
    if (kind == Kind.EMAIL && !value.matches("[^\\s@]+@[^\\s@]+")) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
    proxy.ifPresent(name -> Texts.requireTame("proxy", name, 200));
  }

  /** A contact of the patient's own. */
  public Contact(Kind kind, Use use, String value, boolean preferred) {
    this(kind, use, value, preferred, Optional.empty());
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
