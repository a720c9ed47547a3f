package care.vestibule.monitoring;

import care.vestibule.process.OutboxLag;
import care.vestibule.process.WorkerLoads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Feels the pulse of the engine; times are compared by the database's clock. */
@Repository
@Transactional
public class EngineHealthCheck {

  private final JdbcClient jdbc;
  private final OutboxLag outbox;
  private final WorkerLoads workers;

  EngineHealthCheck(JdbcClient jdbc, OutboxLag outbox, WorkerLoads workers) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.workers = workers;
  }

  /** The pulse at this moment. */
  @Transactional(readOnly = true)
  public EngineHealth now() {
    var partitions =
        jdbc.sql(
                """
                select partition_id, coalesce(position, 0) as position, record_time,
                  greatest(0, extract(epoch from clock_timestamp() - heard_at) * 1000) as silence,
                  lag_ms
                from engine_exporter left join engine_position using (partition_id)
                order by partition_id
                """)
            .query(EngineHealthCheck::partition)
            .list();
    return new EngineHealth(partitions, outbox.age(), workers.heard());
  }

  /** Notes that an exporter was heard, and how late its newest record was. */
  public void heard(int partition, Duration lag) {
    jdbc.sql(
            """
            insert into engine_exporter (partition_id, heard_at, lag_ms)
            values (:partition, clock_timestamp(), :lag)
            on conflict (partition_id) do update
              set heard_at = excluded.heard_at, lag_ms = excluded.lag_ms
            """)
        .param("partition", partition)
        .param("lag", lag.toMillis())
        .update();
  }

  private static EngineHealth.Partition partition(ResultSet row, int number) throws SQLException {
    return new EngineHealth.Partition(
        row.getInt("partition_id"),
        row.getLong("position"),
        Times.find(row, "record_time").orElse(Instant.EPOCH),
        Duration.ofMillis(row.getBigDecimal("silence").longValue()),
        Duration.ofMillis(row.getLong("lag_ms")));
  }
}
