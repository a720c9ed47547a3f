package care.vestibule.accessrequest;

import java.util.UUID;

/** The identifier of a notification. */
public record AccessRequestId(UUID value) {

  /**
   * Reads the textual form of RFC 9562.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static AccessRequestId parse(String text) {
    return new AccessRequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
