package care.vestibule.process.projection;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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
  private final Duration kept;

  ForeignTimerPurge(JdbcClient jdbc, ProjectionRetention retention) {
    this.jdbc = jdbc;
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

  // Row and records go together, and never during a rebuild: or it would not give the same rows.
  private int deleteSome() {
    return jdbc.sql(
            """
            with old as (
              select timer_key, instance_key from engine_timer timer
              where coalesce(ended_at, due_at)
                  < clock_timestamp() - :kept * interval '1 millisecond'
                and not exists (
                  select from engine_instance ours where ours.instance_key = timer.instance_key)
                and not exists (select from engine_rebuild where engine_rebuild.ended_at is null)
              order by coalesce(ended_at, due_at) limit :batch for update of timer skip locked),
            records as (delete from engine_journal using old
              where engine_journal.instance_key = old.instance_key
                and engine_journal.record_key = old.timer_key),
            unjournaled as (delete from engine_unjournaled gap using old
              where gap.instance_key = old.instance_key and not exists (
                select from engine_timer other
                where other.instance_key = gap.instance_key
                  and other.timer_key not in (select timer_key from old)))
            delete from engine_timer using old where engine_timer.timer_key = old.timer_key
            """)
        .param("kept", kept.toMillis())
        .param("batch", BATCH)
        .update();
  }
}
