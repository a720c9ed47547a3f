package care.vestibule.process.projection;

import java.util.Collection;
import java.util.List;
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

  /** Keeps what is new. */
  void keep(Collection<EngineRecord> records) {
    var kept = records.stream().filter(JournalEntry::isKept).map(JournalEntry::write).toList();
    if (!kept.isEmpty()) {
      writes.carryOut(kept);
    }
  }

  /** The records of a partition after a position and up to another, so many at most, in order. */
  List<EngineRecord> between(int partition, long after, long until, int most) {
    return jdbc.sql(
            """
            select position, instance_key, record_key, at_ms, value_type, intent, value
            from engine_journal
            where partition_id = :partition and position > :after and position <= :until
            order by position limit :most
            """)
        .param("partition", partition)
        .param("after", after)
        .param("until", until)
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
}
