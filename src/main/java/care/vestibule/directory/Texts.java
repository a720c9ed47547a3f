package care.vestibule.directory;

/** The rules for short texts that people will read. */
final class Texts {

  private Texts() {}

  /**
   * Requires a text that is not blank, not too long and free of control characters.
   *
   * @throws IllegalArgumentException naming the part, never the text
   */
  static void require(String part, String text, int limit) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A " + part + " must not be blank");
    }
    requireTame(part, text, limit);
  }

  /** Requires a text, blank or not, that is not too long and free of control characters. */
  static void requireTame(String part, String text, int limit) {
    if (text.length() > limit) {
      throw new IllegalArgumentException("A " + part + " has at most " + limit + " characters");
    }
    // A line break in a name is an injected mail header sooner or later.
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A " + part + " has no control characters");
    }
  }
}
