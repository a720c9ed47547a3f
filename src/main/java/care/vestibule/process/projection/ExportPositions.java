package care.vestibule.process.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * Notes how far the batch goes, and gives back how far its partitions had been read before.
   * Whoever applies another batch of the same partition waits here, so that no two of them take
   * each other's rows in turn.
   */
  Map<Integer, Long> advance(List<EngineRecord> batch) {
    var newest = new TreeMap<Integer, EngineRecord>();
    batch.forEach(record -> newest.merge(record.partition(), record, ExportPositions::later));
    var former = new HashMap<Integer, Long>();
    newest.forEach((partition, record) -> former.put(partition, advance(record)));
    return former;
  }

  private long advance(EngineRecord record) {
    var former =
        jdbc.sql(
                """
                insert into engine_position as kept
                  (partition_id, position, record_time, journaled, journaled_time)
                values (:partition, :position, :at, :position, :at)
                on conflict (partition_id) do update
                  set position = greatest(kept.position, excluded.position),
                    record_time = case when kept.position < excluded.position
                      then excluded.record_time else kept.record_time end,
                    journaled = greatest(kept.position, excluded.position),
                    journaled_time = case when kept.position < excluded.position
                      then excluded.record_time else kept.record_time end
                returning coalesce(old.position, -1) as position,
                  coalesce(old.position > old.journaled, false) as unjournaled
                """)
            .param("partition", record.partition())
            .param("position", record.position())
            .param("at", record.time())
            .query(Former.class)
            .single();
    if (former.unjournaled()) {
      overtaken();
    }
    return former.position();
  }

  /**
   * A portal of the release before, which keeps no journal, took records meanwhile: what they were
   * about cannot be made anew from the journal alone, nor can a rebuild that is under way.
   */
  private void overtaken() {
    jdbc.sql(
            """
            insert into engine_unjournaled select instance_key from engine_instance
            on conflict do nothing
            """)
        .update();
    jdbc.sql(
            """
            update engine_rebuild set ended_at = clock_timestamp(), outcome = 'OVERTAKEN'
            where ended_at is null
            """)
        .update();
  }

  private static EngineRecord later(EngineRecord one, EngineRecord other) {
    return one.position() > other.position() ? one : other;
  }

  private record Former(long position, boolean unjournaled) {}
}
