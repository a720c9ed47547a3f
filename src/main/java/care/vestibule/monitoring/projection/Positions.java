package care.vestibule.monitoring.projection;

import java.util.Comparator;
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

  /**
   * Notes how far the batch goes. Whoever applies another batch of the same partition waits here,
   * so that no two of them take each other's rows in turn.
   */
  void advance(List<EngineRecord> batch) {
    batch.stream()
        .collect(Collectors.toMap(EngineRecord::partition, record -> record, Positions::later))
        .values()
        .stream()
        .sorted(Comparator.comparingInt(EngineRecord::partition))
        .forEach(this::advance);
  }

  private void advance(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_position (partition_id, position, record_time)
            values (:partition, :position, :at)
            on conflict (partition_id) do update
              set position = greatest(engine_position.position, excluded.position),
                record_time = case when engine_position.position < excluded.position
                  then excluded.record_time else engine_position.record_time end
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
