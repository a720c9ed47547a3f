package care.vestibule.process.jobs;

import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.process.WorkerLoad;
import care.vestibule.process.engine.EngineProperties;
import care.vestibule.telemetry.TracedWork;
import care.vestibule.telemetry.Traces;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens a stream of jobs for every worker of this process. */
@Component
class WorkerRegistry implements SmartLifecycle {

  private final CamundaClient engine;
  private final EngineProperties properties;
  private final JobExecution handling;
  private final JobResultSender post;
  private final JobLease lease;
  private final Traces traces;
  private final Map<JobType, RegisteredWorker<?>> servings = new EnumMap<>(JobType.class);
  private final List<io.camunda.client.api.worker.JobWorker> open = new CopyOnWriteArrayList<>();
  private final Semaphore slots;

  WorkerRegistry(
      CamundaClient engine,
      EngineProperties properties,
      JobExecution handling,
      JobResultSender post,
      JobLease lease,
      Traces traces,
      List<JobWorker<?, ?>> workers) {
    this.engine = engine;
    this.properties = properties;
    this.handling = handling;
    this.post = post;
    this.lease = lease;
    this.traces = traces;
    this.slots = new Semaphore(properties.parallelJobs(), true);
    workers.forEach(worker -> register(RegisteredWorker.of(worker)));
  }

  private void register(RegisteredWorker<?> serving) {
    if (servings.put(serving.type(), serving) != null) {
      throw new IllegalArgumentException("Two workers for " + serving.type().id());
    }
  }

  @Override
  public void start() {
    servings.values().forEach(serving -> open.add(opened(serving)));
  }

  private io.camunda.client.api.worker.JobWorker opened(RegisteredWorker<?> serving) {
    return engine
        .newWorker()
        .jobType(serving.type().id())
        .handler((client, job) -> handle(serving, delivered(serving, job)))
        .timeout(properties.jobTimeout())
        .maxJobsActive(properties.jobsPerType())
        .fetchVariables(serving.variables())
        .streamEnabled(true)
        .open();
  }

  private static DeliveredJob delivered(RegisteredWorker<?> serving, ActivatedJob job) {
    return new DeliveredJob(
        job.getKey(),
        job.getElementInstanceKey(),
        serving.type(),
        job.getRetries(),
        new HashMap<String, @Nullable Object>(job.getVariablesAsMap()));
  }

  private void handle(RegisteredWorker<?> serving, DeliveredJob job) {
    lease.during(
        job,
        () -> {
          slots.acquireUninterruptibly();
          try {
            post.send(job, traced(serving, job));
          } finally {
            slots.release();
          }
        });
  }

  private JobResult traced(RegisteredWorker<?> serving, DeliveredJob job) {
    return traces.step(
        TracedWork.JOB,
        job.type().id(),
        job.traceparent(),
        () -> handling.answer(serving, job),
        JobResult::outcome);
  }

  /** How much there is to do at this moment. */
  WorkerLoad load() {
    return new WorkerLoad(
        servings.size(),
        properties.parallelJobs(),
        properties.parallelJobs() - slots.availablePermits(),
        slots.getQueueLength());
  }

  @Override
  public void stop() {
    open.forEach(io.camunda.client.api.worker.JobWorker::close);
    open.clear();
  }

  @Override
  public boolean isRunning() {
    return !open.isEmpty();
  }
}
