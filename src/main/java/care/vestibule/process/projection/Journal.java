package care.vestibule.process.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of table {@code engine_journal}: what the tables were made from. */
@Repository
class Journal {

  private final JdbcClient jdbc;
  private final RowWrites writes;

  Journal(JdbcClient jdbc, RowWrites writes) {
    this.jdbc = jdbc;
    this.writes = writes;
  }

  /**
   * Keeps what is new.
   *
   * @param former how far each partition had been read before
   */
  void keep(Collection<EngineRecord> records, Map<Integer, Long> former) {
    var kept = records.stream().filter(JournalEntry::isKept).toList();
    if (kept.isEmpty()) {
      return;
    }
    var added =
        writes.carryOut(JournalEntry.ENTRIES, kept.stream().map(JournalEntry::write).toList());
    var expected =
        kept.stream()
            .filter(record -> record.position() > former.getOrDefault(record.partition(), -1L))
            .map(record -> List.of(record.partition(), record.position()))
            .distinct()
            .count();
    if (added > expected) {
      rewind(kept);
    }
  }

  /** The records of a partition after a position, so many at most, the oldest first. */
  List<EngineRecord> after(int partition, long position, int most) {
    return jdbc.sql(
            """
            select position, instance_key, record_key, at_ms, value_type, intent, value
            from engine_journal
            where partition_id = :partition and position > :position
            order by position limit :most
            """)
        .param("partition", partition)
        .param("position", position)
        .param("most", most)
        .query(
            (row, number) ->
                JournalEntry.read(
                    partition,
                    row.getLong("position"),
                    row.getLong("instance_key"),
                    row.getLong("record_key"),
                    row.getLong("at_ms"),
                    row.getString("value_type"),
                    row.getString("intent"),
                    row.getString("value")))
        .list();
  }

  /** Some came late: a rebuild that has gone past them has to go back. */
  private void rewind(List<EngineRecord> records) {
    // A step that is under way may go past them without having seen them: it has to end first.
    jdbc.sql("select id from engine_rebuild where ended_at is null for update")
        .query(Long.class)
        .optional();
    for (var record : records) {
      jdbc.sql(
              """
              update engine_rebuild_partition set replayed = :before
              where partition_id = :partition and replayed > :before
              """)
          .param("partition", record.partition())
          .param("before", record.position() - 1)
          .update();
    }
  }
}
