package care.vestibule.process.projection;

import static java.util.Objects.requireNonNull;

import care.vestibule.process.projection.RebuildOrder.Purpose;
import care.vestibule.process.projection.RebuildState.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables of the projection anew from the journal, beside those everybody reads.
 *
 * <p>Each step is a transaction that begins where the last one, of whatever process, ended. The
 * tables are exchanged whole, once nothing is missing: until then nobody sees a row of them, so no
 * task or process ever looks as if it were gone.
 */
@Component
public class Rebuild {

  /** So few records are replayed while new ones wait. */
  private static final int TAIL = 1_000;

  // Spring has no exception of its own for this state of PostgreSQL.
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final Rebuilds rebuilds;
  private final ShadowTables shadow;
  private final Replay replay;
  private final TransactionTemplate transactions;
  private final TransactionTemplate snapshots;
  private final int rows;

  Rebuild(
      Rebuilds rebuilds,
      ShadowTables shadow,
      Replay replay,
      PlatformTransactionManager manager,
      @Value("${vestibule.projection.rebuild-rows:5000}") int rows) {
    this.rebuilds = rebuilds;
    this.shadow = shadow;
    this.replay = replay;
    this.rows = rows;
    this.transactions = new TransactionTemplate(manager);
    this.snapshots = new TransactionTemplate(manager);
    snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
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

  /** Has somebody's order carried out, by whoever takes the steps; false if one is open already. */
  public boolean start(RebuildOrder order) {
    return requireNonNull(
        transactions.execute(
            status -> {
              var added = rebuilds.add(order);
              if (added) {
                shadow.prepare();
              }
              return added;
            }));
  }

  /** Throws away what is open; false if nothing is. */
  public boolean drop() {
    return requireNonNull(
        transactions.execute(
            status -> {
              var open = rebuilds.hold();
              open.ifPresent(one -> rebuilds.end(one.id(), Outcome.DROPPED));
              shadow.clear();
              return open.isPresent();
            }));
  }

  /** How far the newest is, or how it ended. */
  public Optional<RebuildState> latest() {
    return requireNonNull(transactions.execute(status -> rebuilds.latest()));
  }

  /** Does a little of what is open; several processes may do so at once. */
  public Progress step() {
    try {
      var caughtUp =
          requireNonNull(transactions.execute(status -> rebuilds.hold().map(this::isCaughtUp)));
      return caughtUp.map(yes -> yes ? finish() : Progress.MORE).orElse(Progress.DONE);
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

  private boolean isCaughtUp(Rebuilds.Open open) {
    if (!shadow.fit()) {
      shadow.prepare();
      rebuilds.reset(open.id());
      return false;
    }
    var tables = RebuiltTable.values();
    if (open.copiedTables() < tables.length) {
      shadow
          .copy(tables[open.copiedTables()], open.copiedKey(), rows)
          .ifPresentOrElse(
              key -> rebuilds.copied(open.id(), open.copiedTables(), key),
              () -> rebuilds.copied(open.id(), open.copiedTables() + 1, Long.MIN_VALUE));
      return false;
    }
    if (replay.some(open, rows) >= Math.min(rows, TAIL)) {
      return false;
    }
    if (open.copiedTables() == tables.length) {
      // Once, and before anybody has to wait for anything.
      shadow.settle();
      rebuilds.copied(open.id(), tables.length + 1, Long.MIN_VALUE);
      return false;
    }
    return true;
  }

  private Progress finish() {
    transactions.executeWithoutResult(
        status -> {
          shadow.holdRecords();
          rebuilds.hold().filter(open -> open.purpose() == Purpose.REBUILD).ifPresent(this::swap);
        });
    snapshots.executeWithoutResult(
        status ->
            rebuilds
                .hold()
                .filter(open -> open.purpose() == Purpose.COMPARE)
                .ifPresent(this::compare));
    return Progress.MORE;
  }

  private void swap(Rebuilds.Open open) {
    replay.all(open, rows);
    shadow.swap();
    rebuilds.end(open.id(), Outcome.SWAPPED);
  }

  // In a snapshot: tables, journal and what is replayed of it are of one moment.
  private void compare(Rebuilds.Open open) {
    replay.all(open, rows);
    long differing = shadow.differingCounts();
    List<Long> examples = new ArrayList<>();
    for (var table : RebuiltTable.values()) {
      differing += shadow.differing(table);
      examples.addAll(shadow.examples(table));
    }
    rebuilds.differing(open.id(), differing, examples.stream().distinct().limit(10).toList());
    rebuilds.end(open.id(), Outcome.COMPARED);
    shadow.clear();
  }
}
