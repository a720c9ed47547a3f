package care.vestibule.process.jobs;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack trace without the exceptions' messages. */
final class StackFrames {

  private static final int DEPTH = 30;
  private static final int CAUSES = 6;

  private StackFrames() {}

  static String of(Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .limit(CAUSES)
        .map(StackFrames::one)
        .collect(Collectors.joining("\ncaused by "));
  }

  private static String one(Throwable thrown) {
    return Stream.concat(
            Stream.of(thrown.getClass().getName()),
            Arrays.stream(thrown.getStackTrace()).limit(DEPTH).map(frame -> "\tat " + frame))
        .collect(Collectors.joining("\n"));
  }
}
