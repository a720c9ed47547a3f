package care.vestibule.process.projection;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of schema {@code rebuild}, which are filled beside those everybody reads. */
@Repository
class ShadowTables {

  private static final String EXAMPLES = "10";

  private final JdbcClient jdbc;

  ShadowTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes them, empty. */
  void prepare() {
    jdbc.sql("call rebuild_prepare()").update();
  }

  /** Whether they are there, and still of the shape of the others. */
  boolean fit() {
    return jdbc.sql("select rebuild_fits()").query(Boolean.class).single();
  }

  /** From now on the transaction sees them in the place of the others. */
  void lookHere() {
    jdbc.sql("select set_config('search_path', 'rebuild, public', true)")
        .query(String.class)
        .single();
  }

  /**
   * Copies the rows of processes whose records are not all in the journal, or not all after the
   * positions it is to begin with.
   *
   * @param after the key of the last row that was looked at
   * @param most how many rows are looked at
   * @return the key of the last row now; empty if there is no more
   */
  Optional<Long> copy(RebuiltTable table, long after, int most) {
    return jdbc.sql(
            table.in(
                """
                with part as (
                  select %2$s as key, instance_key from public.%1$s
                  where %2$s > :after order by %2$s limit :most),
                copied as (
                  insert into rebuild.%1$s
                  select live.* from part join public.%1$s live on live.%2$s = part.key
                  where exists (
                      select from engine_unjournaled gap
                      where gap.instance_key = part.instance_key)
                    or not exists (
                      select from engine_journal record
                      where record.instance_key = part.instance_key)
                    or exists (
                      select from engine_journal record
                      join engine_rebuild_partition using (partition_id)
                      where record.instance_key = part.instance_key
                        and record.position < from_position)
                  on conflict do nothing)
                select max(key) from part
                """))
        .param("after", after)
        .param("most", most)
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /** Tells the planner what is in them. */
  void settle() {
    jdbc.sql("call rebuild_settle()").update();
  }

  /** Keeps records from coming until the transaction ends; nobody who reads is held up. */
  void holdRecords() {
    // Shorter than the database takes to look for deadlocks: then it is we who give way.
    jdbc.sql("select set_config('lock_timeout', '500ms', true)").query(String.class).single();
    jdbc.sql("lock table engine_position in share mode").update();
  }

  /** They become the tables everybody reads, when the transaction ends. */
  void swap() {
    jdbc.sql("call rebuild_swap()").update();
  }

  /** Throws them away. */
  void clear() {
    jdbc.sql("call rebuild_clear()").update();
  }

  /** How many rows are different here and there, byte by byte. */
  long differing(RebuiltTable table) {
    return Objects.requireNonNull(
        jdbc.sql(
                table.in(
                    """
                    select count(*) from public.%1$s live full join rebuild.%1$s made using (%2$s)
                    where live::text is distinct from made::text
                    """))
            .query(Long.class)
            .single());
  }

  /** A few of the processes whose rows differ. */
  List<Long> examples(RebuiltTable table) {
    return jdbc.sql(
            table.in(
                """
                select distinct coalesce(live.instance_key, made.instance_key)
                from public.%1$s live full join rebuild.%1$s made using (%2$s)
                where live::text is distinct from made::text limit\s"""
                    + EXAMPLES))
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /** How many counts of the funnel are different here and there. */
  long differingCounts() {
    return Objects.requireNonNull(
        jdbc.sql(
                """
                with counts as (
                  select *, 1 as sign from public.engine_funnel
                  union all select *, 1 from public.engine_funnel_change
                  union all select *, -1 from rebuild.engine_funnel
                  union all select *, -1 from rebuild.engine_funnel_change)
                select count(*) from (
                  select from counts group by clinic_ref, day, furthest, ended
                  having sum(sign * instances) <> 0) differing
                """)
            .query(Long.class)
            .single());
  }
}
