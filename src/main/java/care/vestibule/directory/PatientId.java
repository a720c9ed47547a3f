package care.vestibule.directory;

import java.util.UUID;

/** The identifier of a patient of a clinic. */
public record PatientId(UUID value) {

  /**
   * Reads the textual form of RFC 9562.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static PatientId parse(String text) {
    return new PatientId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
