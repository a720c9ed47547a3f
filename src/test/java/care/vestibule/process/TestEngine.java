package care.vestibule.process;

import care.vestibule.testing.Await;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** An engine in memory with the model deployed, whose clock the test moves. */
public final class TestEngine implements AutoCloseable {

  /** How long the engine may take for anything; generous, since nothing waits for it in vain. */
  public static final Duration BUDGET = Duration.ofSeconds(20);

  private final ZeebeTestEngine engine = EngineFactory.create();
  private final UserTaskRest rest = new UserTaskRest(engine, this);
  private final CamundaClient client;

  private TestEngine() {
    engine.start();
    client =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .restAddress(rest.address())
            .preferRestOverGrpc(false)
            .build();
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath("bpmn/patient-access.bpmn")
        .send()
        .join();
  }

  /** A new engine. */
  public static TestEngine started() {
    return new TestEngine();
  }

  /** A client of it; user tasks go to the stand-in for REST. */
  public CamundaClient client() {
    return client;
  }

  /** Lets time pass, once everything that can happen now has happened. */
  public void passes(Duration time) {
    idle();
    engine.increaseTime(time);
  }

  /** Waits until the engine has nothing left to do. */
  public void idle() {
    try {
      engine.waitForIdleState(BUDGET);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("The engine does not come to rest", e);
    }
  }

  /**
   * Waits until all that the engine had written before this call can be read.
   *
   * <p>An answer to a client comes before the record of it; records come in the order of the log.
   */
  public void isRead() {
    var marker = UUID.randomUUID().toString();
    client
        .newPublishMessageCommand()
        .messageName("nobody-waits-for-this")
        .correlationKey(marker)
        .messageId(marker)
        .timeToLive(Duration.ZERO)
        .send()
        .join();
    awaitEvents(
        MessageRecordValue.class,
        MessageIntent.PUBLISHED,
        message -> message.getMessageId().equals(marker),
        1);
  }

  /** The events so far of one type of value, oldest first. */
  public <V extends RecordValue> List<Record<V>> events(Class<V> type, Intent intent) {
    return records(type, intent, RecordType.EVENT);
  }

  /** The records so far of one type of value, oldest first. */
  @SuppressWarnings("unchecked") // the value's class is checked, and a record is what it holds
  public <V extends RecordValue> List<Record<V>> records(
      Class<V> type, Intent intent, RecordType kind) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(each -> each.getRecordType() == kind && each.getIntent().equals(intent))
        .filter(each -> type.isInstance(each.getValue()))
        .map(each -> (Record<V>) each)
        .toList();
  }

  /** Everything the engine wrote down, as text. */
  public List<String> everything() {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .map(Record::toJson)
        .toList();
  }

  /** Waits for so many such events and returns all there are. */
  public <V extends RecordValue> List<Record<V>> awaitEvents(
      Class<V> type, Intent intent, Predicate<V> wanted, int count) {
    return Await.until(
        count + " times " + intent + " of " + type.getSimpleName(),
        BUDGET,
        () -> events(type, intent).stream().filter(event -> wanted.test(event.getValue())).toList(),
        seen -> seen.size() >= count);
  }

  @Override
  public void close() {
    client.close();
    rest.close();
    engine.stop();
  }
}
