package care.vestibule.process.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import care.vestibule.process.EngineMessage;
import care.vestibule.process.ProcessMessage;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import care.vestibule.process.TestEngine;
import care.vestibule.process.UserTasks;
import care.vestibule.process.engine.EngineProperties;
import care.vestibule.telemetry.Traces;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

class OutboxTests {

  private final TestDatabase database = TestDatabase.get();
  private final TestEngine engine = TestEngine.started();
  private final ClinicId clinic = new ClinicId(UUID.randomUUID());
  private final UUID invitation = UUID.randomUUID();
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  private final OutboxEntries intentions =
      new OutboxEntries(database.jdbc(), JsonMapper.builder().build());
  private final StoredOutbox outbox =
      new StoredOutbox(
          intentions, database.clinic(), beans.getBeanProvider(OutboxPoller.class), Traces.none());
  private final List<OutboxPoller> relays = new ArrayList<>();
  private final Shown readSide = new Shown();

  @BeforeEach
  void empty() {
    // The relay takes what it finds, whichever test left it.
    database.jdbc().sql("delete from engine_outbox").update();
    beans.addBean("tasks", readSide);
  }

  @AfterEach
  void close() {
    relays.forEach(OutboxPoller::stop);
    engine.close();
  }

  @Test
  void whatIsCommittedReachesTheEngine() {
    relay(engine.client());

    inTransaction(() -> outbox.publish(request("invitation:" + invitation)));

    processesStarted(1);
    allIsSent();
  }

  @Test
  void whatIsRolledBackWasNeverSaid() {
    relay(engine.client());

    database
        .clinic()
        .during(
            clinic,
            () ->
                database
                    .transactions()
                    .executeWithoutResult(
                        status -> {
                          outbox.publish(request("invitation:gone"));
                          status.setRollbackOnly();
                        }));
    inTransaction(() -> outbox.publish(request("invitation:stays")));

    processesStarted(1);
    assertThat(messages())
        .extracting(MessageRecordValue::getMessageId)
        .containsExactly("invitation:stays");
  }

  @Test
  void theSameFactSaidTwiceIsOneMessage() {
    relay(engine.client());

    inTransaction(() -> outbox.publish(request("invitation:" + invitation)));
    allIsSent();
    inTransaction(() -> outbox.publish(request("invitation:" + invitation)));
    allIsSent();

    assertThat(messages()).hasSize(1);
  }

  @Test
  void aMessageTheEngineTookBeforeTheCrashIsDone() {
    var request = request("invitation:" + invitation);
    engine
        .client()
        .newPublishMessageCommand()
        .messageName(request.name().id())
        .correlationKey(request.correlationKey().toString())
        .messageId(request.messageId())
        .timeToLive(request.timeToLive())
        .send()
        .join();

    inTransaction(() -> outbox.publish(request));
    relay(engine.client());

    allIsSent();
    assertThat(messages()).hasSize(1);
  }

  @Test
  void whileTheEngineIsAwayIntentionsWaitAndAge() {
    try (var nobody =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .grpcAddress(URI.create("http://localhost:1"))
            .preferRestOverGrpc(false)
            .build()) {
      relay(nobody);
      inTransaction(() -> outbox.publish(request("invitation:" + invitation)));
      Await.until("a second attempt", TestEngine.BUDGET, this::attempts, seen -> seen >= 2);
      assertThat(outbox.age()).isPositive();
      relays.removeFirst().stop();
    }

    relay(engine.client());

    processesStarted(1);
    allIsSent();
  }

  @Test
  void twoRelaysSayEverythingOnce() {
    inTransaction(
        () -> {
          for (var i = 0; i < 120; i++) {
            outbox.publish(request("invitation:" + i));
          }
        });

    relay(engine.client());
    relay(engine.client());

    allIsSent();
    assertThat(messages()).hasSize(120).doesNotHaveDuplicates();
    assertThat(attempts()).isEqualTo(120);
  }

  @Test
  void aTaskIsCompletedOnceTheReadSideShowsIt() {
    relay(engine.client());
    inTransaction(() -> outbox.publish(request("invitation:" + invitation)));
    undeliverable();

    inTransaction(() -> outbox.completeUserTask(invitation, corrected(false)));
    Await.until("a second attempt", TestEngine.BUDGET, this::attempts, seen -> seen >= 3);
    readSide.isAwake = true;

    engine.awaitEvents(
        ProcessInstanceRecordValue.class,
        ProcessInstanceIntent.ELEMENT_COMPLETED,
        value -> value.getElementId().equals("patient-unreachable"),
        1);
    allIsSent();
  }

  @Test
  void aTaskThatEndedMeanwhileNeedsNothingMore() {
    relay(engine.client());
    inTransaction(() -> outbox.publish(request("invitation:" + invitation)));
    undeliverable();
    var task = tasks().getFirst().getKey();

    readSide.staleKey = Optional.of(task);
    engine
        .client()
        .newCompleteUserTaskCommand(task)
        .variables(Map.of("contactCorrected", false))
        .send()
        .join();
    inTransaction(() -> outbox.completeUserTask(invitation, corrected(false)));
    Await.until("a second attempt", TestEngine.BUDGET, this::attempts, seen -> seen >= 3);
    assertThat(outbox.age()).as("the read side does not agree yet").isPositive();
    readSide.isAwake = true;

    allIsSent();
  }

  @Test
  void whileTheReadSideIsRebuiltEverythingIsTakenAndWaitsForItsEnd() {
    readSide.isBeingRebuilt = true;
    relay(engine.client());

    inTransaction(() -> outbox.publish(request("invitation:" + invitation)));
    inTransaction(() -> outbox.completeUserTask(UUID.randomUUID(), corrected(false)));
    int asked = readSide.asked.get();
    Await.until("it is asked again", TestEngine.BUDGET, readSide.asked::get, n -> n > asked + 2);
    assertThat(rows()).isEqualTo(2);
    assertThat(attempts()).isZero();

    readSide.isAwake = true;
    readSide.isBeingRebuilt = false;
    allIsSent();
    processesStarted(1);
  }

  @Test
  void clickingTwiceCompletesOnce() {
    inTransaction(() -> outbox.completeUserTask(invitation, corrected(true)));
    inTransaction(() -> outbox.completeUserTask(invitation, corrected(true)));

    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void nothingIsSaidOutsideOfATransaction() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> database.clinic().during(clinic, () -> outbox.publish(request("invitation:x"))));
  }

  @Test
  void wordsWhereCodesBelongAreRefusedBeforeTheyAreStored() {
    var words = ProcessVariables.none().with(ProcessVariable.CANCEL_REASON, "Ask Zoraida first");

    assertThat(
            catchThrowable(() -> inTransaction(() -> outbox.completeUserTask(invitation, words))))
        .hasMessage("Forbidden process variable: cancelReason");
    assertThat(rows()).isZero();
  }

  private void relay(CamundaClient client) {
    var courier =
        new OutboxPublisher(
            client,
            beans.getBeanProvider(UserTasks.class),
            database.clinic(),
            database.transactions(),
            Traces.none());
    var relay = new OutboxPoller(intentions, courier, properties());
    relays.add(relay);
    relay.start();
  }

  private static EngineProperties properties() {
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

  private EngineMessage request(String messageId) {
    return new EngineMessage(
        ProcessMessage.INVITATION_REQUESTED,
        UUID.randomUUID(),
        messageId,
        Duration.ofHours(1),
        ProcessVariables.none()
            .with(ProcessVariable.CLINIC_REF, clinic.value())
            .with(ProcessVariable.INVITATION_ID, invitation)
            .with(ProcessVariable.INVITATION_EXPIRES_AT, Instant.parse("2099-01-01T00:00:00Z"))
            .with(ProcessVariable.PATIENT_REMINDER_CYCLE, "R1/P1D"));
  }

  private static ProcessVariables corrected(boolean corrected) {
    return ProcessVariables.none().with(ProcessVariable.CONTACT_CORRECTED, corrected);
  }

  private void undeliverable() {
    var jobs =
        Await.until(
            "the job to send",
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
            seen -> !seen.isEmpty());
    engine.client().newThrowErrorCommand(jobs.getFirst()).errorCode("UNDELIVERABLE").send().join();
    engine.awaitEvents(UserTaskRecordValue.class, UserTaskIntent.CREATED, any -> true, 1);
  }

  private void inTransaction(Runnable work) {
    database
        .clinic()
        .during(clinic, () -> database.transactions().executeWithoutResult(status -> work.run()));
  }

  private void processesStarted(int count) {
    engine.awaitEvents(
        ProcessInstanceRecordValue.class,
        ProcessInstanceIntent.ELEMENT_ACTIVATED,
        value -> value.getBpmnElementType() == BpmnElementType.PROCESS,
        count);
  }

  private List<MessageRecordValue> messages() {
    engine.isRead();
    return engine.events(MessageRecordValue.class, MessageIntent.PUBLISHED).stream()
        .map(Record::getValue)
        .filter(message -> message.getName().equals(ProcessMessage.INVITATION_REQUESTED.id()))
        .toList();
  }

  private List<Record<UserTaskRecordValue>> tasks() {
    return engine.events(UserTaskRecordValue.class, UserTaskIntent.CREATED);
  }

  private void allIsSent() {
    Await.until("an empty outbox", TestEngine.BUDGET, outbox::age, Duration::isZero);
  }

  private int attempts() {
    return database
        .jdbc()
        .sql("select coalesce(sum(attempts), 0) from engine_outbox")
        .query(Integer.class)
        .single();
  }

  private int rows() {
    return database.jdbc().sql("select count(*) from engine_outbox").query(Integer.class).single();
  }

  /** A read side that is as far behind as the test wants. */
  private final class Shown implements UserTasks {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isBeingRebuilt;
    private volatile boolean isAwake;
    private volatile Optional<Long> staleKey = Optional.empty();

    @Override
    public Optional<Long> keyOf(UUID formReference) {
      return isAwake
          ? tasks().stream().map(Record::getKey).filter(key -> !hasEnded(key)).findFirst()
          : staleKey;
    }

    @Override
    public boolean isBeingRebuilt() {
      asked.incrementAndGet();
      return isBeingRebuilt;
    }

    @Override
    public boolean endedSince(UUID formReference, Instant moment) {
      return isAwake && tasks().stream().allMatch(task -> hasEnded(task.getKey()));
    }

    private boolean hasEnded(long task) {
      return engine.events(UserTaskRecordValue.class, UserTaskIntent.COMPLETED).stream()
          .anyMatch(event -> event.getKey() == task);
    }
  }
}
