package care.vestibule.identity.web;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes what broke: the types and places of an exception and its causes, never their messages.
 *
 * <p>Messages quote what was being worked on. PostgreSQL, for one, repeats the values of the row
 * that broke a constraint.
 */
@Component
final class FaultLog {

  private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
  private static final int FRAMES = 12;

  void note(String correlation, Throwable fault) {
    LOG.error("Request {} failed: {}", correlation, trace(fault));
  }

  static String trace(Throwable fault) {
    var lines = new StringJoiner(System.lineSeparator());
    @Nullable Throwable current = fault;
    for (int depth = 0; current != null && depth < 6; depth++) {
      lines.add((depth == 0 ? "" : "caused by ") + current.getClass().getName());
      var frames = current.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        lines.add("  at " + frames[i]);
      }
      current = current.getCause();
    }
    return lines.toString();
  }
}
