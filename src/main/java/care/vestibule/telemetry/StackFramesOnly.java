package care.vestibule.telemetry;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * An exception in a structured log: classes and places, not what it says, since that may quote a
 * name, an address or SQL parameters.
 */
public final class StackFramesOnly implements StackTracePrinter {

  @Override
  public void printStackTrace(Throwable thrown, Appendable out) throws IOException {
    Set<Throwable> seen = new HashSet<>();
    @Nullable Throwable one = thrown;
    while (one != null && seen.add(one)) {
      out.append(seen.size() > 1 ? "caused by " : "").append(one.getClass().getName()).append('\n');
      for (var frame : one.getStackTrace()) {
        out.append("\tat ").append(frame.toString()).append('\n');
      }
      one = one.getCause();
    }
  }
}
