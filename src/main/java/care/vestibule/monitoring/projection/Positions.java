package care.vestibule.monitoring.projection;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_position}: how far each partition has been read. */
@Repository
final class Positions {

  private final JdbcClient jdbc;

  Positions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void advance(List<EngineRecord> batch) {
    batch.stream()
        .collect(Collectors.toMap(EngineRecord::partition, record -> record, Positions::later))
        .values()
        .forEach(this::advance);
  }

  private void advance(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_position (partition_id, position, record_time)
            values (:partition, :position, :at)
            on conflict (partition_id) do update
              set position = excluded.position, record_time = excluded.record_time
              where engine_position.position < excluded.position
            """)
        .param("partition", record.partition())
        .param("position", record.position())
        .param("at", record.time())
        .update();
  }

  private static EngineRecord later(EngineRecord one, EngineRecord other) {
    return one.position() > other.position() ? one : other;
  }
}
