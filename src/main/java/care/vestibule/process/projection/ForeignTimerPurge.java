package care.vestibule.process.projection;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets old timers of processes that are not ours. Several portals may do it at once.
 *
 * <p>Records of timers do not say which process they belong to, so an engine that others use too
 * tells us theirs: they are the ones whose process has no row.
 */
@Component
@OnlyIn(Zone.PORTAL)
class ForeignTimerPurge {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final RebuildLock lock;
  private final TransactionTemplate transactions;
  private final Duration kept;

  ForeignTimerPurge(
      JdbcClient jdbc,
      RebuildLock lock,
      TransactionTemplate transactions,
      ProjectionRetention retention) {
    this.jdbc = jdbc;
    this.lock = lock;
    this.transactions = transactions;
    this.kept = retention.processes();
  }

  // A batch is a transaction of its own, so that nobody waits for long.
  @Scheduled(
      initialDelayString = "${vestibule.retention.every:1h}",
      fixedDelayString = "${vestibule.retention.every:1h}")
  void purge() {
    int deleted;
    do {
      deleted = deleteSome();
    } while (deleted == BATCH);
  }

  // A half-filled read model would make our own look like others'.
  private int deleteSome() {
    return Objects.requireNonNull(
        transactions.execute(status -> lock.keepRebuildOff() ? deleteBatch() : 0));
  }

  // Row and records go together, or a rebuild would not give the same rows.
  private int deleteBatch() {
    return jdbc.sql(
            """
            with old as (
              select timer_key, instance_key from engine_timer timer
              where coalesce(ended_at, due_at)
                  < clock_timestamp() - :kept * interval '1 millisecond'
                and not exists (
                  select from engine_instance ours where ours.instance_key = timer.instance_key)
              order by coalesce(ended_at, due_at) limit :batch for update of timer skip locked),
            records as (delete from engine_journal using old
              where engine_journal.instance_key = old.instance_key
                and engine_journal.record_key = old.timer_key)
            delete from engine_timer using old where engine_timer.timer_key = old.timer_key
            """)
        .param("kept", kept.toMillis())
        .param("batch", BATCH)
        .update();
  }
}
