package care.vestibule.process.jobs;

import care.vestibule.process.Incident;
import care.vestibule.process.RetryLater;
import care.vestibule.process.engine.Backoff;
import care.vestibule.process.engine.EngineProperties;
import care.vestibule.process.variables.ForbiddenVariable;
import care.vestibule.process.variables.MissingVariable;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the engine and the log learn of an exception: a code and a correlation id there, its class
 * and stack here. Messages go nowhere: they may quote addresses, names or SQL parameters.
 */
@Component
class JobFailures {

  /** How often the model lets every job be tried; the model says so too, and a test compares. */
  static final int TRIES = 12;

  private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

  private final Backoff backoff;
  private final RandomGenerator random;

  JobFailures(EngineProperties properties, RandomGenerator random) {
    this.random = random;
    this.backoff = new Backoff(properties.firstBackoff(), properties.longestBackoff());
  }

  JobResult of(Throwable thrown, DeliveredJob job) {
    if (thrown instanceof Incident incident) {
      LOG.warn("Job {} {} needs a person: {}", job.type().id(), job.key(), incident.code());
      return new JobResult.Failed(incident.code(), 0, Duration.ZERO);
    }
    if (thrown instanceof MissingVariable || thrown instanceof ForbiddenVariable) {
      // Trying again brings the same variables; the message names the variable, never its value.
      LOG.warn("Job {} {}: {}", job.type().id(), job.key(), thrown.getMessage());
      return new JobResult.Failed("UNUSABLE_VARIABLES", 0, Duration.ZERO);
    }
    if (thrown instanceof RetryLater later) {
      return postponed(later, job);
    }
    var correlation = UUID.randomUUID();
    var retries = Math.max(0, job.retries() - 1);
    LOG.warn(
        "Job {} {} failed, {} tries left, correlation {}: {}",
        job.type().id(),
        job.key(),
        retries,
        correlation,
        StackFrames.of(thrown));
    return new JobResult.Failed("TECHNICAL_FAILURE " + correlation, retries, pause(job));
  }

  private JobResult postponed(RetryLater later, DeliveredJob job) {
    LOG.info("Job {} {} waits: {}", job.type().id(), job.key(), later.code());
    return later.isForEver()
        ? new JobResult.Failed(
            later.code(),
            Math.max(1, job.retries()),
            later.pause().orElseGet(() -> backoff.inAWhile(random)))
        : new JobResult.Failed(later.code(), Math.max(0, job.retries() - 1), pause(job));
  }

  private Duration pause(DeliveredJob job) {
    return backoff.after(TRIES - job.retries(), random);
  }

  /** A stack trace without the exceptions' messages. */
  static final class StackFrames {

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
}
