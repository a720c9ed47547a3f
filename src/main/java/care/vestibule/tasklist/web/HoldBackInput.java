package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.hold.HoldBackReason;
import care.vestibule.identity.Problem;
import care.vestibule.records.ReadingPosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what is said of records to hold back. */
final class HoldBackInput {

  private HoldBackInput() {}

  /**
   * The reason of that name.
   *
   * @throws Problem 400 {@code unknown-reason}
   */
  static HoldBackReason reason(String name) {
    return HoldBackReason.named(name)
        .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "unknown-reason"));
  }

  /**
   * A day as a form sends it, ISO 8601.
   *
   * @throws Problem 400 {@code hold-day}
   */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new Problem(Problem.Kind.INVALID, "hold-day");
    }
  }

  /** The page that begins there; the first for what is no position. */
  static Optional<ReadingPosition> position(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(ReadingPosition.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A FHIR resource type; empty for all, and for what cannot be one. */
  static Optional<String> type(String text) {
    return text.matches("[A-Za-z]{1,64}") ? Optional.of(text) : Optional.empty();
  }
}
