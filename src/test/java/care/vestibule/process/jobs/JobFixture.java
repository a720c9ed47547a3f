package care.vestibule.process.jobs;

import care.vestibule.process.JobWorker;
import care.vestibule.process.engine.EngineProperties;
import care.vestibule.telemetry.Traces;
import care.vestibule.testing.TestDatabase;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** The parts of Vestibule that work on jobs, put together without Spring. */
final class JobFixture {

  private static final TestDatabase DATABASE = TestDatabase.get();

  private JobFixture() {}

  static EngineProperties properties() {
    return new EngineProperties(
        URI.create("http://localhost:1"),
        URI.create("http://localhost:1"),
        Duration.ofSeconds(2),
        8,
        16,
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(50),
        Duration.ofMillis(10),
        Duration.ofMillis(50));
  }

  static JobExecution handling() {
    var inbox = new Inbox(DATABASE.jdbc(), JsonMapper.builder().build(), DATABASE.clinic());
    return new JobExecution(
        inbox,
        new JobFailures(properties(), new Random(7)),
        DATABASE.clinic(),
        DATABASE.transactions());
  }

  static WorkerRegistry registry(CamundaClient engine, JobWorker<?, ?>... workers) {
    return new WorkerRegistry(
        engine,
        properties(),
        handling(),
        new JobResultSender(engine, properties()),
        new JobLease(engine, properties()),
        Traces.none(),
        List.of(workers));
  }
}
