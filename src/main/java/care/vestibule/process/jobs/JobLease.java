package care.vestibule.process.jobs;

import care.vestibule.process.engine.EngineProperties;
import io.camunda.client.CamundaClient;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Keeps a job ours while it is worked on, however long that takes. */
@Component
class JobLease implements DisposableBean {

  private final CamundaClient engine;
  private final EngineProperties properties;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("job-lease").factory());

  JobLease(CamundaClient engine, EngineProperties properties) {
    this.engine = engine;
    this.properties = properties;
  }

  void during(DeliveredJob job, Runnable work) {
    Future<?> renewal = renewal(job.key());
    try {
      work.run();
    } finally {
      renewal.cancel(false);
    }
  }

  private Future<?> renewal(long job) {
    var period = properties.jobTimeout().toMillis() / 3;
    return scheduler.scheduleAtFixedRate(() -> renew(job), period, period, TimeUnit.MILLISECONDS);
  }

  // Nobody waits for it: a renewal that fails is followed by another, or by a second delivery.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void renew(long job) {
    engine.newUpdateTimeoutCommand(job).timeout(properties.jobTimeout()).send();
  }

  @Override
  public void destroy() {
    scheduler.shutdownNow();
  }
}
