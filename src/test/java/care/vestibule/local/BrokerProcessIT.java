package care.vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessIT {

  private static final Duration BUDGET = Duration.ofMinutes(1);

  @TempDir private Path directory;

  @Test
  void killedAndStartedAgainABrokerKnowsItsProcessesAndGoesOnWithThem() {
    try (var broker = BrokerProcess.start(BrokerSettings.in(directory))) {
      broker.awaitReady(BUDGET);
      var instance = deployAndStart(broker);

      broker.kill();
      broker.startAgain();
      broker.awaitReady(BUDGET);

      var jobs = Await.until("the job", BUDGET, () -> activate(broker), list -> !list.isEmpty());
      assertThat(jobs).extracting(ActivatedJob::getProcessInstanceKey).containsExactly(instance);
    }
  }

  @Test
  void aBrokerLeftOverByAKilledRunIsEndedBeforeTheNextStarts() {
    var settings = BrokerSettings.in(directory);
    var leftover = BrokerProcess.start(settings);
    var process = ProcessHandle.of(leftover.pid()).orElseThrow();

    try (var next = BrokerProcess.start(settings)) {
      assertThat(process.isAlive()).isFalse();
      assertThat(next.pid()).isNotEqualTo(process.pid());
      next.awaitReady(BUDGET);
    }
  }

  @Test
  void aStoppedBrokerIsGone() {
    var broker = BrokerProcess.start(BrokerSettings.in(directory));
    broker.stop();
    assertThat(ProcessHandle.of(broker.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static long deployAndStart(BrokerProcess broker) {
    var model =
        Bpmn.createExecutableProcess("errand")
            .startEvent()
            .serviceTask("run", task -> task.zeebeJobType("run"))
            .endEvent()
            .done();
    try (var client = client(broker)) {
      client.newDeployResourceCommand().addProcessModel(model, "errand.bpmn").send().join();
      return client
          .newCreateInstanceCommand()
          .bpmnProcessId("errand")
          .latestVersion()
          .send()
          .join()
          .getProcessInstanceKey();
    }
  }

  private static List<ActivatedJob> activate(BrokerProcess broker) {
    try (var client = client(broker)) {
      return client
          .newActivateJobsCommand()
          .jobType("run")
          .maxJobsToActivate(5)
          .requestTimeout(Duration.ofSeconds(5))
          .send()
          .join()
          .getJobs();
    }
  }

  private static CamundaClient client(BrokerProcess broker) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(broker.grpcAddress())
        .restAddress(broker.restAddress())
        .preferRestOverGrpc(false)
        .build();
  }
}
