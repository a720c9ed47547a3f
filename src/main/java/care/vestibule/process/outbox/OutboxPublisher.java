package care.vestibule.process.outbox;

import care.vestibule.process.ProcessVariable;
import care.vestibule.process.UserTasks;
import care.vestibule.process.engine.EngineRefusal;
import care.vestibule.process.outbox.OutboxEntry.Completion;
import care.vestibule.process.outbox.OutboxEntry.Publication;
import care.vestibule.telemetry.TracedWork;
import care.vestibule.telemetry.Traces;
import care.vestibule.tenancy.CurrentClinic;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the engine one thing and finds out whether that is done with. */
@Component
class OutboxPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);

  /** The engine's clock may lag behind the database's by this much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final CamundaClient engine;
  private final ObjectProvider<UserTasks> tasks;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;
  private final Traces traces;

  OutboxPublisher(
      CamundaClient engine,
      ObjectProvider<UserTasks> tasks,
      CurrentClinic clinic,
      TransactionTemplate transactions,
      Traces traces) {
    this.engine = engine;
    this.tasks = tasks;
    this.clinic = clinic;
    this.transactions = transactions;
    this.traces = traces;
  }

  /** Whether nothing is to be told: what is known of the engine's tasks is being rebuilt. */
  boolean isHeld() {
    return tasks.stream().anyMatch(UserTasks::isBeingRebuilt);
  }

  /** Whether the engine has taken it, or has no use for it any more. */
  boolean carriesOut(OutboxEntry intention) {
    return switch (intention) {
      case Publication publication ->
          step(intention, publication.message(), () -> isPublished(publication));
      case Completion completion -> step(intention, "task", () -> isCompleted(completion));
    };
  }

  private boolean step(OutboxEntry intention, String type, Supplier<Boolean> telling) {
    return traces.step(
        TracedWork.OUTBOX,
        type,
        intention.slip().traceparent(),
        telling,
        done -> done ? "told" : "later");
  }

  // What the process does next belongs to the same trace.
  private Map<String, @Nullable Object> variables(OutboxEntry intention) {
    var variables = new HashMap<String, @Nullable Object>(intention.slip().variables());
    traces.here().ifPresent(step -> variables.put(ProcessVariable.TRACEPARENT.id(), step));
    return variables;
  }

  private boolean isPublished(Publication publication) {
    try {
      engine
          .newPublishMessageCommand()
          .messageName(publication.message())
          .correlationKey(publication.correlationKey().toString())
          .messageId(publication.messageId())
          .timeToLive(publication.timeToLive())
          .variables(variables(publication))
          .send()
          .join();
      return true;
    } catch (ClientException e) {
      return EngineRefusal.of(e) == EngineRefusal.KNOWN || later(publication, e);
    }
  }

  private boolean isCompleted(Completion completion) {
    return readSide(completion, known -> known.keyOf(completion.formReference()))
        .map(key -> isCompleted(completion, key))
        .orElseGet(() -> hasEnded(completion));
  }

  private boolean isCompleted(Completion completion, long task) {
    try {
      engine.newCompleteUserTaskCommand(task).variables(variables(completion)).send().join();
      return true;
    } catch (ClientException e) {
      // The read side may be behind: only when it agrees is the task really gone.
      return EngineRefusal.of(e) == EngineRefusal.GONE
          ? hasEnded(completion)
          : later(completion, e);
    }
  }

  private boolean hasEnded(Completion completion) {
    var since = completion.slip().createdAt().minus(SKEW);
    return readSide(completion, known -> known.endedSince(completion.formReference(), since));
  }

  private <T> T readSide(Completion completion, Function<UserTasks, T> question) {
    Supplier<T> answer =
        () ->
            Objects.requireNonNull(
                transactions.execute(status -> question.apply(tasks.getObject())));
    return clinic.during(completion.slip().clinic(), answer);
  }

  private static boolean later(OutboxEntry intention, ClientException refused) {
    LOG.info(
        "Intention {} waits for the engine: {}",
        intention.slip().id(),
        refused.getClass().getSimpleName());
    return false;
  }
}
