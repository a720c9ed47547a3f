package care.vestibule.enrolment.web;

import care.vestibule.enrolment.PresentedLink;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser shows of a link; the part called bind never leaves it.
 *
 * @param born the patient's birth date, as {@code 1977-09-16}
 */
record LinkBody(@Nullable String selector, @Nullable String secret, @Nullable String born) {

  Optional<PresentedLink> link() {
    return selector == null || secret == null
        ? Optional.empty()
        : PresentedLink.parse(selector, secret);
  }

  /** The date; nothing if it is none. */
  Optional<LocalDate> birthDate() {
    try {
      return Optional.ofNullable(born).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Never the parts. */
  @Override
  public String toString() {
    return "LinkBody";
  }
}
