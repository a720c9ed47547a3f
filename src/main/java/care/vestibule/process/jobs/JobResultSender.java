package care.vestibule.process.jobs;

import care.vestibule.process.engine.EngineProperties;
import care.vestibule.process.engine.EngineRefusal;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the engine the answer to a job. An engine that is away for a moment is asked again while
 * the job is still ours; after that it delivers the job again, and the inbox knows the answer.
 */
@Component
class JobResultSender {

  private static final Logger LOG = LoggerFactory.getLogger(JobResultSender.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final CamundaClient engine;
  private final int attempts;

  JobResultSender(CamundaClient engine, EngineProperties properties) {
    this.engine = engine;
    this.attempts = (int) Math.max(1, properties.jobTimeout().dividedBy(PAUSE));
  }

  void send(DeliveredJob job, JobResult answer) {
    for (var attempt = 1; attempt <= attempts; attempt++) {
      try {
        command(job.key(), answer).send().join();
        return;
      } catch (ClientException e) {
        if (EngineRefusal.of(e) != EngineRefusal.LATER) {
          // Answered by another delivery, timed out, or its process was withdrawn.
          LOG.debug("Job {} {} is not waiting any more", job.type().id(), job.key());
          return;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    LOG.warn("The answer to job {} {} did not arrive", job.type().id(), job.key());
  }

  private FinalCommandStep<?> command(long job, JobResult answer) {
    return switch (answer) {
      case JobResult.Completed done -> engine.newCompleteCommand(job).variables(done.variables());
      case JobResult.Thrown thrown ->
          engine.newThrowErrorCommand(job).errorCode(thrown.error().name());
      case JobResult.Failed failed ->
          engine
              .newFailCommand(job)
              .retries(failed.retries())
              .retryBackoff(failed.pause())
              .errorMessage(failed.code());
    };
  }
}
