package care.vestibule.invitation.web;

import care.vestibule.identity.Problem;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.RequestedChannel;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a request gave, or says that it does not have the expected form. */
final class RequestValues {

  private RequestValues() {}

  static <T> T required(@Nullable T value) {
    if (value == null) {
      throw invalid();
    }
    return value;
  }

  static RequestedChannel wish(String channel) {
    for (var wish : RequestedChannel.values()) {
      if (wish.name().toLowerCase(Locale.ROOT).equals(channel)) {
        return wish;
      }
    }
    throw invalid();
  }

  static InvitationPurpose purpose(String text) {
    return switch (text) {
      case "new-user" -> InvitationPurpose.NEW_USER;
      case "new-key" -> InvitationPurpose.NEW_KEY;
      default -> throw invalid();
    };
  }

  static Duration positive(Duration duration) {
    if (!duration.isPositive()) {
      throw invalid();
    }
    return duration;
  }

  static Problem invalid() {
    return new Problem(Problem.Kind.INVALID, "invalid-request");
  }
}
