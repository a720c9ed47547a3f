package care.vestibule.process.projection;

import care.vestibule.process.projection.RebuildOrder.Purpose;
import care.vestibule.process.projection.RebuildState.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tables {@code engine_rebuild} and {@code engine_rebuild_partition}. */
@Repository
class Rebuilds {

  private final JdbcClient jdbc;

  Rebuilds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a new one; false if one is open already. */
  boolean add(RebuildOrder order) {
    // Whoever forgets processes now does so before it begins, or not until it has ended.
    jdbc.sql("lock table engine_unjournaled in share mode").update();
    var added =
        jdbc.sql(
                """
                insert into engine_rebuild (purpose, reason, started_by)
                values (:purpose, :reason, :actor)
                on conflict do nothing
                """)
            .param("purpose", order.purpose().name())
            .param("reason", order.reason())
            .param("actor", order.actor())
            .update();
    if (added == 0) {
      return false;
    }
    jdbc.sql("delete from engine_rebuild_partition").update();
    var partitions = new TreeMap<Integer, Long>(order.from());
    knownPartitions().forEach(partition -> partitions.putIfAbsent(partition, 0L));
    partitions.forEach(this::addPartition);
    return true;
  }

  /** The open one, which nobody else works on until the transaction ends. */
  Optional<Open> hold() {
    return jdbc.sql(
            """
            select id, purpose, copied_tables, copied_key from engine_rebuild
            where ended_at is null for update
            """)
        .query(Open.class)
        .optional();
  }

  /** The newest. */
  Optional<RebuildState> latest() {
    return jdbc.sql(
            """
            select id, purpose, reason, started_at, outcome, coalesce(differing, 0) as differing,
              examples
            from engine_rebuild order by id desc limit 1
            """)
        .query(Rebuilds::state)
        .optional();
  }

  /** Notes up to which row of which table it is copied. */
  void copied(long id, int tables, long key) {
    jdbc.sql(
            """
            update engine_rebuild
            set copied_tables = :tables, copied_key = :key, touched_at = clock_timestamp()
            where id = :id
            """)
        .param("tables", tables)
        .param("key", key)
        .param("id", id)
        .update();
  }

  /**
   * How far each partition is replayed; those that were heard of since begin at their beginning.
   */
  List<Partition> partitions() {
    return jdbc.sql(
            """
            select partition_id, coalesce(replayed, -1) as replayed
            from engine_position left join engine_rebuild_partition using (partition_id)
            order by partition_id
            """)
        .query((row, number) -> new Partition(row.getInt("partition_id"), row.getLong("replayed")))
        .list();
  }

  void replayed(long id, int partition, long position) {
    jdbc.sql(
            """
            insert into engine_rebuild_partition (partition_id, from_position, replayed)
            values (:partition, 0, :position)
            on conflict (partition_id) do update set replayed = excluded.replayed
            """)
        .param("partition", partition)
        .param("position", position)
        .update();
    jdbc.sql("update engine_rebuild set touched_at = clock_timestamp() where id = :id")
        .param("id", id)
        .update();
  }

  /** Begins again, as nothing had been copied or replayed. */
  void reset(long id) {
    copied(id, 0, Long.MIN_VALUE);
    jdbc.sql("update engine_rebuild_partition set replayed = from_position - 1").update();
  }

  void end(long id, Outcome outcome) {
    jdbc.sql(
            """
            update engine_rebuild set ended_at = clock_timestamp(), outcome = :outcome
            where id = :id
            """)
        .param("outcome", outcome.name())
        .param("id", id)
        .update();
  }

  void differing(long id, long rows, List<Long> examples) {
    jdbc.sql("update engine_rebuild set differing = :rows, examples = :examples where id = :id")
        .param("rows", rows)
        .param("examples", examples.toArray(Long[]::new))
        .param("id", id)
        .update();
  }

  private List<Integer> knownPartitions() {
    return jdbc.sql("select partition_id from engine_position")
        .query((row, number) -> row.getInt(1))
        .list();
  }

  private void addPartition(int partition, long from) {
    jdbc.sql(
            """
            insert into engine_rebuild_partition (partition_id, from_position, replayed)
            values (:partition, :from, :from - 1)
            """)
        .param("partition", partition)
        .param("from", from)
        .update();
  }

  private static RebuildState state(ResultSet row, int number) throws SQLException {
    return new RebuildState(
        row.getLong("id"),
        Purpose.valueOf(row.getString("purpose")),
        row.getString("reason"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        row.getLong("differing"),
        Arrays.asList((Long[]) row.getArray("examples").getArray()));
  }

  /** What is still to be done of the open one. */
  record Open(long id, Purpose purpose, int copiedTables, long copiedKey) {}

  /** How far a partition is replayed. */
  record Partition(int partitionId, long replayed) {}
}
