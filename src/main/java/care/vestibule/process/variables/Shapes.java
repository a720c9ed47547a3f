package care.vestibule.process.variables;

import care.vestibule.process.ProcessVariable.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a plain value has the shape its kind demands. */
final class Shapes {

  private static final Pattern REFERENCE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
  private static final Pattern CYCLE = Pattern.compile("R[0-9]{0,4}/P[0-9DTHMS.]{2,30}");
  private static final Pattern TRACE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
  private static final Set<String> ASKED = Set.of("hcpRef", "deputyGroup", "notificationId");

  private Shapes() {}

  static boolean fits(Kind kind, Object value) {
    return switch (kind) {
      case REFERENCE -> isReference(value);
      case COUNTER -> value instanceof Integer number && number >= 0;
      case INSTANT -> value instanceof String text && isInstant(text);
      case DURATION -> value instanceof String text && isDuration(text);
      case CYCLE -> value instanceof String text && CYCLE.matcher(text).matches();
      case FLAG -> value instanceof Boolean;
      case CODE -> isCode(value);
      case CODES -> value instanceof List<?> codes && codes.stream().allMatch(Shapes::isCode);
      case ASKED -> value instanceof List<?> asked && asked.stream().allMatch(Shapes::isAsked);
      case ASKED_ONE -> isAsked(value);
      case TRACE -> value instanceof String text && TRACE.matcher(text).matches();
    };
  }

  private static boolean isReference(@Nullable Object value) {
    return value instanceof String text && REFERENCE.matcher(text).matches();
  }

  private static boolean isCode(@Nullable Object value) {
    return value instanceof String text && CODE.matcher(text).matches();
  }

  private static boolean isAsked(@Nullable Object value) {
    return value instanceof Map<?, ?> asked
        && asked.keySet().equals(ASKED)
        && asked.values().stream().allMatch(Shapes::isReference);
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDuration(String text) {
    try {
      Duration.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
