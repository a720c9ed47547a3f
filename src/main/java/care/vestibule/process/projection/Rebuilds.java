package care.vestibule.process.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tables {@code engine_rebuild} and {@code engine_rebuild_checkpoint}. */
@Repository
class Rebuilds {

  private final JdbcClient jdbc;

  Rebuilds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes a new one; false if one is open already. */
  boolean add(String reason, String actor) {
    return jdbc.sql(
                """
                insert into engine_rebuild (reason, started_by) values (:reason, :actor)
                on conflict do nothing
                """)
            .param("reason", reason)
            .param("actor", actor)
            .update()
        > 0;
  }

  /** The newest. */
  Optional<RebuildState> latest() {
    return jdbc.sql(
            """
            select reason, started_at, ended_at,
              case when ended_at is not null then 100 when emptied_at is null then 0
                else (
                  select coalesce(
                    floor(100 * sum(position - from_position)
                      / nullif(sum(until_position - from_position), 0)), 100)
                  from engine_rebuild_checkpoint) end as percent
            from engine_rebuild order by id desc limit 1
            """)
        .query(Rebuilds::state)
        .optional();
  }

  /** Whether the tables of the open one are empty but for what came since; empty if none is. */
  Optional<Boolean> areEmptied() {
    return jdbc.sql(
            """
            select emptied_at is not null from engine_rebuild where ended_at is null
            """)
        .query(Boolean.class)
        .optional();
  }

  /**
   * Empties the read model; its models stay, since the journal does not keep them.
   *
   * <p>Records that are being taken meanwhile are either in the journal by now, or are written to
   * the empty tables by whoever takes them.
   */
  void emptyTables() {
    // Shorter than the database takes to look for deadlocks: then it is we who give way.
    jdbc.sql("select set_config('lock_timeout', '500ms', true)").query(String.class).single();
    jdbc.sql(
            """
            truncate engine_instance, engine_element, engine_user_task, engine_timer,
              engine_incident, engine_funnel, engine_funnel_change
            """)
        .update();
    jdbc.sql("delete from engine_rebuild_checkpoint").update();
    jdbc.sql(
            """
            insert into engine_rebuild_checkpoint
              (partition_id, from_position, position, until_position)
            select partition_id, first.position, first.position, known.position
            from engine_position known, lateral (
              select coalesce(min(position) - 1, known.position) as position from engine_journal
              where engine_journal.partition_id = known.partition_id) first
            """)
        .update();
    jdbc.sql("update engine_rebuild set emptied_at = clock_timestamp() where ended_at is null")
        .update();
  }

  /** A partition some records of which are still to be replayed. */
  Optional<Checkpoint> checkpoint() {
    return jdbc.sql(
            """
            select partition_id, position, until_position from engine_rebuild_checkpoint
            where position < until_position order by partition_id limit 1
            """)
        .query(Checkpoint.class)
        .optional();
  }

  void replayed(int partition, long position) {
    jdbc.sql(
            """
            update engine_rebuild_checkpoint set position = :position
            where partition_id = :partition
            """)
        .param("partition", partition)
        .param("position", position)
        .update();
  }

  void end() {
    jdbc.sql("update engine_rebuild set ended_at = clock_timestamp() where ended_at is null")
        .update();
  }

  private static RebuildState state(ResultSet row, int number) throws SQLException {
    return new RebuildState(
        row.getString("reason"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getInt("percent"));
  }

  /**
   * How far a partition is replayed.
   *
   * @param untilPosition the newest record when the tables were emptied; later ones need no replay
   */
  record Checkpoint(int partitionId, long position, long untilPosition) {}
}
