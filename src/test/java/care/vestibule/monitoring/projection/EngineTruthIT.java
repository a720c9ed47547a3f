package care.vestibule.monitoring.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.BrokerProcess;
import care.vestibule.local.BrokerSettings;
import care.vestibule.monitoring.projection.Rebuild.Progress;
import care.vestibule.monitoring.projection.RebuildOrder.Purpose;
import care.vestibule.process.EngineLoad;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A real broker under load, to which everything happens that can. */
class EngineTruthIT {

  private static final Duration BUDGET = Duration.ofMinutes(2);
  private static final int PROCESSES = 200;
  private static final int STAY = 3;

  @TempDir private Path directory;

  private final JdbcClient jdbc = TestDatabase.get().jdbc();

  @Test
  void afterBrokerPortalAndDatabaseWereCutOffUnderLoadTheTablesSayWhatTheEngineKnows()
      throws Exception {
    empty();
    try (var door = new Door();
        var broker = BrokerProcess.start(settings(door));
        var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      broker.awaitReady(BUDGET);
      try (var load = new EngineLoad(broker, STAY)) {
        var starting = hands.submit(() -> load.starts(PROCESSES));
        awaitMore(door, 300);
        broker.kill();
        broker.startAgain();
        awaitMore(door, 300);
        interruptTheDatabase();
        awaitMore(door, 300);
        door.shut();
        await("work while nobody listens", load::asked, load.asked() + 20);
        door.open();
        starting.get();

        await("all of them, where they end or stay", this::settled, PROCESSES);
        var known =
            Await.until(
                "the same by the engine and by the tables",
                BUDGET,
                () -> List.of(open(load), open()),
                both -> both.getFirst().equals(both.getLast()));
        assertThat(known.getFirst()).hasSizeBetween(PROCESSES / STAY, keys("true").size() / 2);
      }
    }
    assertThat(differing()).isZero();
  }

  private BrokerSettings settings(Door door) {
    var bare = BrokerSettings.in(directory);
    return new BrokerSettings(
        bare.home(), bare.javaHome(), bare.directory(), bare.ports(), Optional.of(door.settings()));
  }

  private void empty() {
    // Two engines give the same keys to different processes.
    for (var table : RebuiltTable.values()) {
      jdbc.sql(table.in("delete from %1$s")).update();
    }
    jdbc.sql("delete from engine_journal").update();
    jdbc.sql("delete from engine_position").update();
  }

  private static void awaitMore(Door door, int records) {
    await("records", () -> (int) door.records(), (int) door.records() + records);
  }

  private static void await(String what, Supplier<Integer> look, int least) {
    var unused = Await.until(what, BUDGET, look, now -> now >= least);
  }

  /** The steps of the tables that are not over, by the engine. */
  private List<Long> open(EngineLoad load) {
    return load.activeOf(keys("true"));
  }

  /** The steps that are not over, by the tables. */
  private List<Long> open() {
    return keys("left_at is null");
  }

  private List<Long> keys(String condition) {
    return jdbc.sql("select element_key from engine_element where " + condition + " order by 1")
        .query((row, number) -> row.getLong(1))
        .list();
  }

  private int settled() {
    return jdbc.sql(
            """
            select count(*) from engine_instance where ended_at is not null or exists (
              select from engine_user_task task
              where task.instance_key = engine_instance.instance_key and ended_at is null)
            """)
        .query(Integer.class)
        .single();
  }

  // The transactions of a portal that is killed end like this.
  private void interruptTheDatabase() throws Exception {
    try (var connection = TestDatabase.get().superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity where usename = 'vestibule_app'
          """);
    }
  }

  private long differing() {
    var writes = new Writes(jdbc);
    var journal = new Journal(jdbc, writes);
    var rebuild =
        new Rebuild(
            new Rebuilds(jdbc),
            new ShadowTables(jdbc),
            journal,
            new Projection(writes, new Positions(jdbc), journal),
            new JdbcTransactionManager(TestDatabase.get().dataSource()),
            1_000);
    rebuild.drop();
    assertThat(rebuild.start(new RebuildOrder(Purpose.COMPARE, "TEST", "test", Map.of()))).isTrue();
    var unused = Await.until("its end", BUDGET, rebuild::step, step -> step == Progress.DONE);
    return rebuild.latest().orElseThrow().differing();
  }
}
