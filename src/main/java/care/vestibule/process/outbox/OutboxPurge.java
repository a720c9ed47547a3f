package care.vestibule.process.outbox;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what the engine was told long ago. Several portals may do it at once. */
@Component
@OnlyIn(Zone.PORTAL)
@EnableConfigurationProperties(OutboxRetention.class)
class OutboxPurge {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final Duration kept;

  OutboxPurge(JdbcClient jdbc, OutboxRetention retention) {
    this.jdbc = jdbc;
    this.kept = retention.outbox();
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

  // A relay that had lost its claim may have told the engine once more, a little later.
  private int deleteSome() {
    return jdbc.sql(
            """
            delete from engine_outbox where id in (
              select id from engine_outbox
              where sent_at < clock_timestamp() - :kept * interval '1 millisecond'
                and sent_at < clock_timestamp() - interval '1 hour'
                  - coalesce(time_to_live_ms, 0) * interval '1 millisecond'
              order by sent_at limit :batch for update skip locked)
            """)
        .param("kept", kept.toMillis())
        .param("batch", BATCH)
        .update();
  }
}
