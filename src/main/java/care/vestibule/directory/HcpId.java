package care.vestibule.directory;

import java.util.UUID;

/** The identifier of a healthcare professional of a clinic. */
public record HcpId(UUID value) {

  /**
   * Reads the textual form of RFC 9562.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static HcpId parse(String text) {
    return new HcpId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
