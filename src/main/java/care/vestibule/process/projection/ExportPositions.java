package care.vestibule.process.projection;

import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_position}: how far each partition has been read. */
@Repository
final class ExportPositions {

  private final JdbcClient jdbc;

  ExportPositions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes how far the batch goes. Whoever applies another batch of the same partition waits here,
   * so that no two of them take each other's rows in turn.
   */
  void advance(List<EngineRecord> batch) {
    var newest = new TreeMap<Integer, EngineRecord>();
    batch.forEach(record -> newest.merge(record.partition(), record, ExportPositions::later));
    newest.values().forEach(this::advance);
  }

  /** Keeps whoever applies a batch of the partition waiting until the transaction ends. */
  void hold(int partition) {
    jdbc.sql("select position from engine_position where partition_id = :partition for update")
        .param("partition", partition)
        .query(Long.class)
        .single();
  }

  private void advance(EngineRecord record) {
    jdbc.sql(
            """
            insert into engine_position as kept (partition_id, position, record_time)
            values (:partition, :position, :at)
            on conflict (partition_id) do update
              set position = greatest(kept.position, excluded.position),
                record_time = case when kept.position < excluded.position
                  then excluded.record_time else kept.record_time end
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
