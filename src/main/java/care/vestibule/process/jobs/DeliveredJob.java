package care.vestibule.process.jobs;

import care.vestibule.process.JobType;
import care.vestibule.process.ProcessVariable;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as the engine delivered it, perhaps not for the first time.
 *
 * @param key the job's key at the engine
 * @param elementInstance the visit to the task it serves; every delivery of the job has the same
 * @param retries how often the engine still wants it tried
 */
record DeliveredJob(
    long key,
    long elementInstance,
    JobType type,
    int retries,
    Map<String, @Nullable Object> variables) {

  /** Where the trace of what moved the process last had come to. */
  Optional<String> traceparent() {
    return Optional.ofNullable(variables.get(ProcessVariable.TRACEPARENT.id()))
        .map(String::valueOf);
  }
}
