package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.EngineLoad;
import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.process.projection.RebuildOrder.Purpose;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the tables say, what the engine answers, and what the tables would be if made anew. */
final class EngineTruth {

  private static final Duration BUDGET = Duration.ofMinutes(2);

  private final JdbcClient jdbc = TestDatabase.get().jdbc();

  /** The parts of a rebuild, put together. */
  static Rebuild rebuild(DataSource dataSource, int rows) {
    var jdbc = JdbcClient.create(dataSource);
    var writes = new RowWrites(jdbc);
    var journal = new Journal(jdbc, writes);
    var projection = new Projection(writes, new ExportPositions(jdbc), journal);
    var rebuilds = new Rebuilds(jdbc);
    var shadow = new ShadowTables(jdbc);
    return new Rebuild(
        rebuilds,
        shadow,
        new Replay(rebuilds, shadow, journal, projection),
        new JdbcTransactionManager(dataSource),
        rows);
  }

  /** Forgets everything: two engines give the same keys to different processes. */
  void forgetAll() {
    for (var table : RebuiltTable.values()) {
      jdbc.sql(table.in("delete from %1$s")).update();
    }
    jdbc.sql("delete from engine_journal").update();
    jdbc.sql("delete from engine_position").update();
  }

  /** How many processes there are. */
  int processes() {
    return count("select count(*) from engine_instance");
  }

  /** How many are where they end or stay. */
  int settled() {
    return count(
        """
        select count(*) from engine_instance where ended_at is not null or exists (
          select from engine_user_task task
          where task.instance_key = engine_instance.instance_key and ended_at is null)
        """);
  }

  /** How far each partition was read, and how many records are kept. */
  String progress() {
    return jdbc.sql(
            """
            select concat(string_agg(partition_id || ':' || position, ' ' order by partition_id),
              ' with ', (select count(*) from engine_journal))
            from engine_position
            """)
        .query(String.class)
        .single();
  }

  /** Waits for engine and tables to name the same steps as not being over; gives these back. */
  List<Long> open(EngineLoad load) {
    return Await.until(
            "the same by the engine and by the tables",
            BUDGET,
            () -> List.of(load.activeOf(steps("true")), steps("left_at is null")),
            both -> both.getFirst().equals(both.getLast()))
        .getFirst();
  }

  /** All steps there ever were. */
  List<Long> steps() {
    return steps("true");
  }

  /** How many rows are not, byte by byte, what the journal makes of them. */
  long differing() {
    return ended(Purpose.COMPARE, 1_000).differing();
  }

  /** Has the tables made anew, so many records a step. */
  static RebuildState ended(Purpose purpose, int rows) {
    var rebuild = rebuild(TestDatabase.get().dataSource(), rows);
    rebuild.drop();
    assertThat(rebuild.start(new RebuildOrder(purpose, "TEST", "test", Map.of()))).isTrue();
    var unused = Await.until("its end", BUDGET, rebuild::step, step -> step == Progress.DONE);
    return rebuild.latest().orElseThrow();
  }

  private List<Long> steps(String condition) {
    return jdbc.sql("select element_key from engine_element where " + condition + " order by 1")
        .query((row, number) -> row.getLong(1))
        .list();
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
