package care.vestibule.monitoring.operations;

import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.monitoring.processes.ProcessHistories;
import care.vestibule.monitoring.processes.ProcessInstance;
import care.vestibule.monitoring.processes.ProcessInstances;
import care.vestibule.process.Incidents.Answer;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import care.vestibule.process.RunningProcesses;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what operations decide about a process.
 *
 * <p>The decision, with its reason and all Vestibule does, is committed before the engine is told:
 * whatever happens then, it is known, and the engine can be told again.
 */
@Component
@OnlyIn(Zone.PORTAL)
public final class Operations {

  static final String WAITING = "await-login";

  // Where a process is that the engine took for over before it was told of the extension.
  private static final Set<String> EXTENDABLE = Set.of(WAITING, "expire-invitation");

  private final ProcessInstances instances;
  private final ProcessHistories histories;
  private final OperationDecisions decisions;
  private final OperationActions rows;
  private final RunningProcesses engine;
  private final TransactionTemplate transactions;

  Operations(
      ProcessInstances instances,
      ProcessHistories histories,
      OperationDecisions decisions,
      OperationActions rows,
      RunningProcesses engine,
      TransactionTemplate transactions) {
    this.instances = instances;
    this.histories = histories;
    this.decisions = decisions;
    this.rows = rows;
    this.engine = engine;
    this.transactions = transactions;
  }

  /**
   * Decides and tells the engine, if it has to know.
   *
   * @throws OperationRefused if that cannot be done; nothing is changed then
   * @throws Problem 404 if the clinic has no such process
   */
  public void carryOut(long process, OperationOrder order, Actor.Operations actor) {
    tell(
        Objects.requireNonNull(
            transactions.execute(status -> decisions.decide(instanceOf(process), order, actor))));
  }

  /**
   * Tells the engine once more, if it does not know; gives back which process it is about.
   *
   * @throws Problem 404 if the clinic has no such decision
   */
  public long tellAgain(UUID decision) {
    var action = rows.find(decision).orElseThrow(Problem::notFound);
    tell(action);
    return action.instance();
  }

  /** What was decided about a process, the newest first. */
  public List<OperationAction> of(long process) {
    return rows.of(process);
  }

  private void tell(OperationAction action) {
    if (action.told().isPresent()) {
      return;
    }
    var answer =
        switch (action.kind()) {
          case CANCEL -> engine.cancel(action.instance());
          case EXTEND -> waitAnew(action);
          case HAND_OVER, MORE_TIME, RESEND, WITHDRAW -> Answer.GONE;
        };
    if (answer != Answer.UNREACHABLE) {
      transactions.executeWithoutResult(status -> told(action));
    }
  }

  private Answer waitAnew(OperationAction action) {
    return histories.visits(instanceOf(action.instance())).stream()
        .filter(visit -> visit.left().isEmpty() && EXTENDABLE.contains(visit.element()))
        .findFirst()
        .map(visit -> engine.moveTo(action.instance(), visit.key(), WAITING, until(action)))
        .orElse(Answer.GONE);
  }

  // Between the decision and the engine's end of the process a worker may have asked one more.
  private void told(OperationAction action) {
    if (action.kind() == OperationKind.CANCEL) {
      decisions.closeWhatHangsOn(action.invitation(), action.actor());
    }
    rows.markTold(action.id());
  }

  private ProcessInstance instanceOf(long key) {
    return instances.find(key).orElseThrow(Problem::notFound);
  }

  private static ProcessVariables until(OperationAction action) {
    return ProcessVariables.none()
        .with(ProcessVariable.INVITATION_EXPIRES_AT, action.until().orElseThrow());
  }
}
