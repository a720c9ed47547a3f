package care.vestibule.invitation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A place in the desk's list, behind one of its invitations.
 *
 * @param needsHelp whether that one stood among those that come first
 * @param requestedAt to the microsecond, as PostgreSQL keeps it
 */
public record InvitationCursor(boolean needsHelp, Instant requestedAt, InvitationId invitation) {

  /** Reads {@code <0 or 1>~<instant>~<invitation>}; nothing if that is no place. */
  public static Optional<InvitationCursor> parse(String text) {
    var parts = text.split("~", -1);
    if (parts.length != 3 || !parts[0].matches("[01]")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new InvitationCursor(
              parts[0].equals("1"), Instant.parse(parts[1]), InvitationId.parse(parts[2])));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return (needsHelp ? "1" : "0") + "~" + requestedAt + "~" + invitation;
  }
}
