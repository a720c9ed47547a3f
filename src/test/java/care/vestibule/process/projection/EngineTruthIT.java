package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.local.BrokerProcess;
import care.vestibule.local.BrokerSettings;
import care.vestibule.local.ExporterSettings;
import care.vestibule.process.EngineLoad;
import care.vestibule.process.projection.KillablePortal.Death;
import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker under load, to which everything happens that can, as to who takes its records. */
class EngineTruthIT {

  private static final Duration BUDGET = Duration.ofMinutes(2);
  private static final int PROCESSES = 200;
  private static final int A_FEW = 20;
  private static final int STAY = 3;

  /** So few that a rebuild takes many steps. */
  private static final int REPLAYED = 300;

  @TempDir private static Path directory;
  private static BrokerProcess broker;
  private static int port;

  private final EngineTruth truth = new EngineTruth();

  @BeforeAll
  static void start() {
    new EngineTruth().forgetAll();
    ExporterSettings exporter;
    try (var door = new ProjectionEndpoint()) {
      exporter = door.settings();
      port = exporter.target().getPort();
    }
    var bare = BrokerSettings.in(directory);
    broker =
        BrokerProcess.start(
            new BrokerSettings(
                bare.home(),
                bare.javaHome(),
                bare.directory(),
                bare.ports(),
                Optional.of(exporter)));
    broker.awaitReady(BUDGET);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void afterBrokerPortalAndDatabaseWereCutOffUnderLoadTheTablesSayWhatTheEngineKnows()
      throws Exception {
    int all = truth.processes() + PROCESSES;
    try (var door = new ProjectionEndpoint(TestDatabase.get().dataSource(), port);
        var hands = Executors.newVirtualThreadPerTaskExecutor();
        var load = new EngineLoad(broker, STAY)) {
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

      assertTheTablesSayWhatTheEngineKnows(load, all);
    }
    assertThat(truth.differing()).isZero();
  }

  @Test
  void aPortalKilledInsideItsBatchesAndInsideARebuildLeavesWhatTheEngineKnows() {
    int before = truth.processes();
    try (var portal = new KillablePortal(directory, port, REPLAYED);
        var load = new EngineLoad(broker, STAY)) {
      load.starts(A_FEW);
      // Early in a batch, late in one, and after it was committed.
      for (var table : List.of("engine_journal", "engine_user_task")) {
        var progress = truth.progress();
        portal.start();
        awaitMore(progress);
        assertThat(portal.killWaitingFor(table + " in exclusive mode", () -> load.starts(A_FEW)))
            .as(table)
            .isEqualTo(new Death(true, true));
      }
      var unanswered = truth.progress();
      portal.startMute();
      awaitMore(unanswered);
      portal.kill();

      load.starts(A_FEW);
      killInsideARebuild(portal);
      assertTheTablesSayWhatTheEngineKnows(load, before + 4 * A_FEW);
    }
    assertThat(truth.differing()).isZero();
  }

  private void killInsideARebuild(KillablePortal portal) {
    var rebuild = EngineTruth.rebuild(TestDatabase.get().dataSource(), 1);
    assertThat(rebuild.start("TEST", "test")).isTrue();
    // As it empties the tables, as it replays, and as it notes how far it is.
    for (var lock :
        List.of(
            "engine_instance in access share mode",
            "engine_element in exclusive mode",
            "engine_rebuild_checkpoint in exclusive mode")) {
      // The first of them waits for half a second only, so it may take more than one life.
      var unused =
          Await.until(
              "a death inside",
              BUDGET,
              () -> portal.killWaitingFor(lock, portal::start),
              Death::inside);
      assertThat(rebuild.latest().orElseThrow().isOpen()).as(lock).isTrue();
    }
    portal.start();
    var unused =
        Await.until(
            "its end", BUDGET, () -> rebuild.latest().orElseThrow().isOpen(), open -> !open);
  }

  private void assertTheTablesSayWhatTheEngineKnows(EngineLoad load, int processes) {
    await("all of them, where they end or stay", truth::settled, processes);
    assertThat(truth.processes()).isEqualTo(processes);
    assertThat(truth.open(load)).hasSizeBetween(processes / STAY, truth.steps().size() / 2);
  }

  private void awaitMore(String progress) {
    var unused = Await.until("more records", BUDGET, truth::progress, now -> !now.equals(progress));
  }

  private static void awaitMore(ProjectionEndpoint door, int records) {
    await("records", () -> (int) door.records(), (int) door.records() + records);
  }

  private static void await(String what, Supplier<Integer> look, int least) {
    var unused = Await.until(what, BUDGET, look, now -> now >= least);
  }

  // So end the transactions of a portal whose machine is gone.
  private void interruptTheDatabase() throws Exception {
    try (var connection = TestDatabase.get().superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity where usename = 'vestibule_app'
          """);
    }
  }
}
