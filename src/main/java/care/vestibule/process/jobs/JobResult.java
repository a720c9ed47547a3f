package care.vestibule.process.jobs;

import care.vestibule.process.BusinessError;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the engine is told about a job. */
sealed interface JobResult {

  /** Which it is, in one word. */
  default String outcome() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Done, with the variables it sets. */
  record Completed(Map<String, @Nullable Object> variables) implements JobResult {}

  /** The model takes it from here. */
  record Thrown(BusinessError error) implements JobResult {}

  /**
   * Not done.
   *
   * @param code all the engine learns of the cause
   * @param retries 0 makes it an incident
   */
  record Failed(String code, int retries, Duration pause) implements JobResult {}
}
