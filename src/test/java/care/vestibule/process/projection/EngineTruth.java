package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.EngineLoad;
import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the tables say, what the engine answers, and what a rebuild makes of the tables. */
final class EngineTruth {

  /** The tables of the read model, each with the key of the process. */
  static final List<String> TABLES =
      List.of(
          "engine_instance",
          "engine_element",
          "engine_user_task",
          "engine_timer",
          "engine_incident");

  private static final Duration BUDGET = Duration.ofMinutes(2);

  private final JdbcClient jdbc = TestDatabase.get().jdbc();

  /** The parts of a rebuild, put together. */
  static Rebuild rebuild(DataSource dataSource, int rows) {
    var jdbc = JdbcClient.create(dataSource);
    var writes = new RowWrites(jdbc);
    var journal = new Journal(jdbc, writes);
    var projection = new Projection(writes, new ExportPositions(jdbc), journal);
    return new Rebuild(
        new RebuildLock(jdbc),
        new Rebuilds(jdbc),
        new ExportPositions(jdbc),
        journal,
        projection,
        new JdbcTransactionManager(dataSource),
        rows);
  }

  /** Forgets everything: two engines give the same keys to different processes. */
  void forgetAll() {
    TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
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

  /** How many rows a rebuild changes, byte by byte. */
  long differing() {
    var before = rows();
    rebuild(1_000);
    var after = rows();
    return Stream.concat(before.stream(), after.stream())
        .filter(row -> !before.contains(row) || !after.contains(row))
        .count();
  }

  /** Has the read model rebuilt, so many records a step. */
  static void rebuild(int rows) {
    var rebuild = rebuild(TestDatabase.get().dataSource(), rows);
    assertThat(rebuild.start("TEST", "test")).isTrue();
    var unused = Await.until("its end", BUDGET, rebuild::step, step -> step == Progress.DONE);
  }

  private Set<String> rows() {
    return TABLES.stream()
        .flatMap(
            table ->
                jdbc
                    .sql("select concat('%1$s ', one::text) from %1$s one".formatted(table))
                    .query(String.class)
                    .list()
                    .stream())
        .collect(Collectors.toSet());
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
