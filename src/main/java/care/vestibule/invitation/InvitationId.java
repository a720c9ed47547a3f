package care.vestibule.invitation;

import java.util.UUID;

/** The identifier of an invitation. */
public record InvitationId(UUID value) {

  /**
   * Reads the textual form of RFC 9562.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static InvitationId parse(String text) {
    return new InvitationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
