package care.vestibule.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.BusinessError;
import care.vestibule.process.BusinessFailure;
import care.vestibule.process.ForJobType;
import care.vestibule.process.Incident;
import care.vestibule.process.JobType;
import care.vestibule.process.JobWorker;
import care.vestibule.process.TestEngine;
import care.vestibule.process.WorkerLoad;
import care.vestibule.process.WorkerLoads;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerRegistryTests {

  private static final String SECRET = "Zoraida Quintanilla";

  private final TestEngine engine = TestEngine.started();
  private final UUID invitation = UUID.randomUUID();
  private Consumer<UUID> effect = invited -> {};
  private final WorkerRegistry registry =
      JobFixture.registry(engine.client(), new Sending(invited -> effect.accept(invited)));

  @BeforeEach
  void open() {
    registry.start();
  }

  @AfterEach
  void close() {
    registry.stop();
    engine.close();
  }

  @Test
  void aWorkerGetsItsVariablesAndTheProcessGoesOn() {
    var got = new AtomicBoolean();
    effect = invited -> got.set(invited.equals(invitation));

    invite();

    reaches("await-login");
    assertThat(got).isTrue();
  }

  @Test
  void howMuchThereIsToDoIsToldForAsLongAsJobsAreTaken() {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    effect =
        invited -> {
          begun.countDown();
          awaits(mayEnd);
        };
    var told = new ArrayList<WorkerLoad>();
    var heartbeat = new WorkerHeartbeat(registry, hearing(told));

    heartbeat.beat();
    invite();
    awaits(begun);
    heartbeat.beat();
    mayEnd.countDown();
    reaches("await-login");
    registry.stop();
    heartbeat.beat();

    var places = JobFixture.properties().parallelJobs();
    assertThat(told)
        .containsExactly(new WorkerLoad(1, places, 0, 0), new WorkerLoad(1, places, 1, 0));
  }

  @Test
  void aBusinessFailureTakesTheModelsOwnPath() {
    effect =
        invited -> {
          throw new BusinessFailure(BusinessError.UNDELIVERABLE);
        };

    invite();

    engine.awaitEvents(UserTaskRecordValue.class, UserTaskIntent.CREATED, task -> true, 1);
  }

  @Test
  void aFailureIsTriedTwelveTimesThenAnIncidentWithoutAWordOfIt() {
    effect =
        invited -> {
          throw new IllegalStateException(SECRET);
        };

    invite();

    var incident =
        engine
            .awaitEvents(IncidentRecordValue.class, IncidentIntent.CREATED, any -> true, 1)
            .getFirst();
    assertThat(incident.getValue().getErrorMessage()).startsWith("TECHNICAL_FAILURE ");
    assertThat(engine.events(JobRecordValue.class, JobIntent.FAILED)).hasSize(12);
    assertThat(engine.everything()).noneMatch(record -> record.contains(SECRET));
  }

  @Test
  void anIncidentThatAPersonResolvedGoesOn() {
    var mended = new AtomicBoolean();
    effect =
        invited -> {
          if (!mended.get()) {
            throw new Incident("KEYSTORE_LOCKED");
          }
        };
    invite();
    var incident =
        engine
            .awaitEvents(IncidentRecordValue.class, IncidentIntent.CREATED, any -> true, 1)
            .getFirst();
    assertThat(incident.getValue().getErrorMessage()).isEqualTo("KEYSTORE_LOCKED");

    mended.set(true);
    engine
        .client()
        .newUpdateRetriesCommand(incident.getValue().getJobKey())
        .retries(1)
        .send()
        .join();
    engine.client().newResolveIncidentCommand(incident.getKey()).send().join();

    reaches("await-login");
  }

  @Test
  void aJobStaysOursWhileItIsWorkedOn() {
    var calls = new AtomicInteger();
    effect =
        invited -> {
          calls.incrementAndGet();
          // Two renewals take longer than the engine would have waited.
          engine.awaitEvents(JobRecordValue.class, JobIntent.TIMEOUT_UPDATED, any -> true, 4);
        };

    invite();

    reaches("await-login");
    assertThat(calls).hasValue(1);
  }

  private static WorkerLoads hearing(List<WorkerLoad> told) {
    return new WorkerLoads() {
      @Override
      public void note(UUID process, WorkerLoad load) {
        told.add(load);
      }

      @Override
      public List<WorkerLoad> heard() {
        return told;
      }
    };
  }

  private static void awaits(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void invite() {
    engine
        .client()
        .newPublishMessageCommand()
        .messageName("InvitationRequested")
        .correlationKey(UUID.randomUUID().toString())
        .messageId("invitation:" + invitation)
        .timeToLive(Duration.ofMinutes(1))
        .variables(
            Map.of(
                "clinicRef",
                UUID.randomUUID().toString(),
                "invitationId",
                invitation.toString(),
                "invitationExpiresAt",
                "2099-01-01T00:00:00Z",
                "patientReminderCycle",
                "R1/P1D"))
        .send()
        .join();
  }

  private void reaches(String element) {
    engine.awaitEvents(
        ProcessInstanceRecordValue.class,
        ProcessInstanceIntent.ELEMENT_ACTIVATED,
        value -> value.getElementId().equals(element),
        1);
  }

  record Input(UUID invitationId) {}

  @ForJobType(value = JobType.SEND_INVITATION, transactional = false)
  record Sending(Consumer<UUID> effect) implements JobWorker<Input, JobWorker.Nothing> {
    @Override
    public Nothing work(Input input) {
      effect.accept(input.invitationId());
      return new Nothing();
    }
  }
}
