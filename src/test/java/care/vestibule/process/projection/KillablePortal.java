package care.vestibule.process.projection;

import care.vestibule.testing.Await;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Portal processes at one address, one after another, killed by the operating system. */
final class KillablePortal implements AutoCloseable {

  private static final Duration BUDGET = Duration.ofMinutes(1);

  private final EngineTruth truth = new EngineTruth();
  private final Path directory;
  private final int port;
  private final int rows;
  private int processes;
  private @Nullable Process process;

  /**
   * None yet.
   *
   * @param port 0 for a free one
   * @param rows how many records they replay in a step of a rebuild
   */
  KillablePortal(Path directory, int port, int rows) {
    this.directory = directory;
    this.port = port;
    this.rows = rows;
  }

  /** Starts one that answers. */
  void start() {
    start(true);
  }

  /** Starts one that commits what it takes, and never says so. */
  void startMute() {
    start(false);
  }

  /**
   * Kills it while a transaction of its own waits for a table.
   *
   * @param lock what keeps it waiting, as {@code engine_element in share mode}
   * @param meanwhile done once the table is locked
   */
  Death killWaitingFor(String lock, Runnable meanwhile) {
    return killHeldUpBy("lock table " + lock, meanwhile);
  }

  /**
   * Kills it while a transaction of its own waits for a transaction that is not committed.
   *
   * @param sql what that other transaction did
   * @param meanwhile done once it has
   */
  Death killHeldUpBy(String sql, Runnable meanwhile) {
    try (var holder = TestDatabase.get().superuser();
        var watcher = TestDatabase.get().superuser()) {
      holder.setAutoCommit(false);
      var held = client(holder);
      held.sql(sql).update();
      int holding = held.sql("select pg_backend_pid()").query(Integer.class).single();
      meanwhile.run();
      // Whoever looks inside one transaction sees the same sessions again and again.
      var sessions = client(watcher);
      var waiting =
          Await.until(
              "it is held up by " + sql,
              BUDGET,
              () -> waiting(sessions, holding),
              Optional<Integer>::isPresent);
      var progress = truth.progress();
      kill();
      var isInside = waiting(sessions, holding).equals(waiting);
      holder.rollback();
      awaitEndOf(sessions);
      return new Death(isInside, truth.progress().equals(progress));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kills it, whatever it does. */
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void start(boolean answers) {
    processes++;
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            PortalProcess.class.getName(),
            TestDatabase.get().url() + "?ApplicationName=" + name(),
            Integer.toString(port),
            Boolean.toString(answers),
            Integer.toString(rows));
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve(name() + ".log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return "portal-" + processes;
  }

  private Optional<Integer> waiting(JdbcClient sessions, int holding) {
    return sessions
        .sql(
            """
            select pid from pg_stat_activity
            where application_name = :name and xact_start is not null
              and :holding = any (pg_blocking_pids(pid))
            order by xact_start limit 1
            """)
        .param("name", name())
        .param("holding", holding)
        .query(Integer.class)
        .optional();
  }

  private void awaitEndOf(JdbcClient sessions) {
    var unused =
        Await.until(
            "the end of its sessions",
            BUDGET,
            () ->
                sessions
                    .sql("select count(*) from pg_stat_activity where application_name = :name")
                    .param("name", name())
                    .query(Integer.class)
                    .single(),
            left -> left == 0);
  }

  private static JdbcClient client(Connection connection) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }

  /**
   * How it died.
   *
   * @param inside whether that transaction was still open when the process was dead
   * @param withoutTrace whether not one more record counts as taken since it was seen waiting
   */
  record Death(boolean inside, boolean withoutTrace) {}
}
