package care.vestibule.process.projection;

import care.vestibule.process.OutboxLag;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets the processes that ended long ago. Several portals may do it at once.
 *
 * <p>Cancelled ones too: what hung on them was closed long before, so Vestibule completes none of
 * their tasks.
 */
@Component
@OnlyIn(Zone.PORTAL)
@EnableConfigurationProperties(ProjectionRetention.class)
class ProjectionPurge {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final OutboxLag outbox;
  private final RebuildLock lock;
  private final TransactionTemplate transactions;
  private final Duration kept;

  ProjectionPurge(
      JdbcClient jdbc,
      OutboxLag outbox,
      RebuildLock lock,
      TransactionTemplate transactions,
      ProjectionRetention retention) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.lock = lock;
    this.transactions = transactions;
    this.kept = retention.processes();
  }

  // A batch is a transaction of its own, so that nobody waits for long.
  @Scheduled(
      initialDelayString = "${vestibule.retention.every:1h}",
      fixedDelayString = "${vestibule.retention.every:1h}")
  void purge() {
    // Something as old is still to be told, perhaps to a task that ended.
    if (outbox.age().compareTo(kept) >= 0) {
      return;
    }
    int deleted;
    do {
      deleted = deleteSome();
    } while (deleted == BATCH);
    jdbc.sql("delete from engine_funnel where instances = 0").update();
  }

  // A rebuild that has read records of a process would write its rows again.
  private int deleteSome() {
    return Objects.requireNonNull(
        transactions.execute(status -> lock.keepRebuildOff() ? deleteBatch() : 0));
  }

  private int deleteBatch() {
    return jdbc.sql(
            """
            with old as (
              select instance_key from engine_instance
              where ended_at < clock_timestamp() - :kept * interval '1 millisecond'
              order by ended_at limit :batch for update skip locked),
            records as (delete from engine_journal using old
              where engine_journal.instance_key = old.instance_key),
            elements as (delete from engine_element using old
              where engine_element.instance_key = old.instance_key),
            tasks as (delete from engine_user_task using old
              where engine_user_task.instance_key = old.instance_key),
            timers as (delete from engine_timer using old
              where engine_timer.instance_key = old.instance_key),
            incidents as (delete from engine_incident using old
              where engine_incident.instance_key = old.instance_key)
            delete from engine_instance using old
            where engine_instance.instance_key = old.instance_key
            """)
        .param("kept", kept.toMillis())
        .param("batch", BATCH)
        .update();
  }
}
