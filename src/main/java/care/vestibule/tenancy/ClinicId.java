package care.vestibule.tenancy;

import java.util.UUID;

/** The identifier of a clinic, which is the tenant of every row. */
public record ClinicId(UUID value) {

  /**
   * Reads the textual form of RFC 9562.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static ClinicId parse(String text) {
    return new ClinicId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
