package care.vestibule.notification;

import java.util.UUID;

/** The identifier of a notification. */
public record NotificationId(UUID value) {

  /**
   * Reads the textual form of RFC 9562.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static NotificationId parse(String text) {
    return new NotificationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
