package care.vestibule.process.projection;

import static java.util.Objects.requireNonNull;

import care.vestibule.process.projection.Rebuilds.Checkpoint;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the read model and replays the journal into it.
 *
 * <p>Each step is a transaction that begins where the last one, of whatever process, ended. New
 * records are projected meanwhile: each write may come in any order, and again.
 */
@Component
public class Rebuild {

  // Spring has no exception of its own for this state of PostgreSQL.
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final RebuildLock lock;
  private final Rebuilds rebuilds;
  private final ExportPositions positions;
  private final Journal journal;
  private final Projection projection;
  private final TransactionTemplate transactions;
  private final int rows;

  Rebuild(
      RebuildLock lock,
      Rebuilds rebuilds,
      ExportPositions positions,
      Journal journal,
      Projection projection,
      PlatformTransactionManager manager,
      @Value("${vestibule.projection.rebuild-rows:5000}") int rows) {
    this.lock = lock;
    this.rebuilds = rebuilds;
    this.positions = positions;
    this.journal = journal;
    this.projection = projection;
    this.transactions = new TransactionTemplate(manager);
    this.rows = rows;
  }

  /** What a step led to. */
  public enum Progress {
    /** There is more to do. */
    MORE,
    /** There is more to do, once others have ended what they do. */
    WAIT,
    /** Nothing is to be done. */
    DONE
  }

  /**
   * Begins one, for whoever takes the steps; false if one is open already.
   *
   * @param reason a code
   * @param actor a reference of whoever wants it
   */
  public boolean start(String reason, String actor) {
    return requireNonNull(
        transactions.execute(
            status -> {
              // Whoever trusts the read model has done so before it begins.
              lock.await();
              return rebuilds.add(reason, actor);
            }));
  }

  /** How far the newest is. */
  public Optional<RebuildState> latest() {
    return requireNonNull(transactions.execute(status -> rebuilds.latest()));
  }

  /** Does a little of what is open; one process at a time. */
  public Progress step() {
    try {
      return requireNonNull(transactions.execute(status -> lock.take() ? goOn() : Progress.WAIT));
    } catch (ConcurrencyFailureException busy) {
      return Progress.WAIT;
    } catch (UncategorizedSQLException e) {
      if (e.getCause() instanceof SQLException cause
          && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
        return Progress.WAIT;
      }
      throw e;
    }
  }

  private Progress goOn() {
    var emptied = rebuilds.areEmptied();
    if (emptied.isEmpty()) {
      return Progress.DONE;
    }
    if (!emptied.get()) {
      rebuilds.emptyTables();
      return Progress.MORE;
    }
    rebuilds.checkpoint().ifPresentOrElse(this::replay, rebuilds::end);
    return Progress.MORE;
  }

  private void replay(Checkpoint checkpoint) {
    var partition = checkpoint.partitionId();
    // Nobody projects new records of it meanwhile: two who write the same rows could deadlock.
    positions.hold(partition);
    var batch = journal.between(partition, checkpoint.position(), checkpoint.untilPosition(), rows);
    projection.replay(batch);
    var isLast = batch.size() < rows;
    rebuilds.replayed(partition, isLast ? checkpoint.untilPosition() : batch.getLast().position());
  }
}
