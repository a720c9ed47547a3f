package care.vestibule.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.Incidents.Answer;
import care.vestibule.process.TestEngine;
import care.vestibule.testing.Await;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineIncidentsTests {

  private final TestEngine engine = TestEngine.started();
  private final EngineIncidents incidents = new EngineIncidents(engine.client());

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void anIncidentIsTriedOnceMoreAndTheProcessGoesOn() {
    var stuck = stuck();

    assertThat(tryAgain(stuck)).isEqualTo(Answer.TAKEN);

    assertThat(job().getRetries()).isEqualTo(1);
    engine.awaitEvents(IncidentRecordValue.class, IncidentIntent.RESOLVED, any -> true, 1);
  }

  @Test
  void anIncidentSomebodyElseResolvedIsGone() {
    var stuck = stuck();
    tryAgain(stuck);

    assertThat(tryAgain(stuck)).isEqualTo(Answer.GONE);
  }

  @Test
  void anEngineThatIsAwayChangesNothing() {
    try (var nobody =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .grpcAddress(URI.create("http://localhost:1"))
            .preferRestOverGrpc(false)
            .build()) {
      assertThat(new EngineIncidents(nobody).tryAgain(1, 1)).isEqualTo(Answer.UNREACHABLE);
    }
  }

  private Answer tryAgain(Record<IncidentRecordValue> stuck) {
    return incidents.tryAgain(stuck.getKey(), stuck.getValue().getJobKey());
  }

  private Record<IncidentRecordValue> stuck() {
    engine
        .client()
        .newPublishMessageCommand()
        .messageName("InvitationRequested")
        .correlationKey(UUID.randomUUID().toString())
        .timeToLive(Duration.ofHours(1))
        .variables(
            Map.of(
                "invitationId",
                UUID.randomUUID().toString(),
                "invitationExpiresAt",
                "2099-01-01T00:00:00Z"))
        .send()
        .join();
    engine.client().newFailCommand(job()).retries(0).errorMessage("KEYSTORE_LOCKED").send().join();
    return engine
        .awaitEvents(IncidentRecordValue.class, IncidentIntent.CREATED, any -> true, 1)
        .getFirst();
  }

  private ActivatedJob job() {
    return Await.until(
            "a job",
            TestEngine.BUDGET,
            () ->
                engine
                    .client()
                    .newActivateJobsCommand()
                    .jobType("send-invitation")
                    .maxJobsToActivate(1)
                    .requestTimeout(Duration.ofSeconds(1))
                    .send()
                    .join()
                    .getJobs(),
            seen -> !seen.isEmpty())
        .getFirst();
  }
}
