package care.vestibule.telemetry;

import java.util.Locale;

/**
 * A kind of work that is timed and has a place in a trace.
 *
 * <p>Each is a histogram {@code vestibule_<work>_seconds} by {@code type} and {@code outcome}, and
 * a span of the same name.
 */
public enum TracedWork {
  /** Telling the engine something; the type is a message's name or {@code task}. */
  OUTBOX,
  /** Working on one of the engine's jobs; the type is the job's. */
  JOB,
  /** Handing a message to whoever delivers it; the type is the channel. */
  MESSAGE;

  String id() {
    return "vestibule." + name().toLowerCase(Locale.ROOT);
  }
}
