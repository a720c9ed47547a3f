package care.vestibule.monitoring;

import care.vestibule.local.BrokerProcess;
import care.vestibule.local.BrokerSettings;
import care.vestibule.process.EngineLoad;
import care.vestibule.process.projection.ProjectionEndpoint;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What the exporter costs the engine, and whether the projection keeps up with it.
 *
 * <p>The same processes on a broker of their own each time, with and without the exporter in turns;
 * then the same posts at full speed, one after the other as an exporter sends them, into empty
 * tables. The database waits for the disk.
 */
public final class ExportRun {

  private static final int ROUNDS = 4;
  private static final int ALL_END = Integer.MAX_VALUE;

  private final int processes;
  private double alone;
  private double exported;
  private double ownRate;
  private double projected;

  private ExportRun(int processes) {
    this.processes = processes;
  }

  /** Prints the figures; the argument is the number of processes of each round, 2,000. */
  public static void main(String[] arguments) throws Exception {
    var run = new ExportRun(Integer.parseInt(arguments[0]));
    run.warmUp();
    for (int round = 1; round <= ROUNDS; round++) {
      run.round(round);
    }
    System.out.printf(
        Locale.ROOT,
        "in all: engine with exporter / without %.2f; projection / engine's own rate %.2f%n",
        run.exported / run.alone,
        run.projected / run.ownRate);
    System.exit(0);
  }

  // A portal runs for weeks: what its virtual machine spends on compiling is no cost of exporting.
  private void warmUp() throws Exception {
    try (var door = new ProjectionEndpoint()) {
      perSecond(Optional.of(door));
      projectionPerSecond(door);
    }
  }

  private void round(int round) throws Exception {
    try (var door = new ProjectionEndpoint()) {
      empty();
      // In turns, so that neither is always the first.
      var first = round % 2 == 0 ? Optional.of(door) : Optional.<ProjectionEndpoint>empty();
      var one = perSecond(first);
      var other = perSecond(first.isPresent() ? Optional.empty() : Optional.of(door));
      var without = first.isPresent() ? other : one;
      var with = first.isPresent() ? one : other;
      var perProcess = (double) door.records() / (processes + processes / 4);
      empty();
      var projection = projectionPerSecond(door);
      var start = System.nanoTime();
      door.rebuild();
      var rebuilt = perProcess * (processes + processes / 4) / seconds(start);
      alone += without;
      exported += with;
      ownRate += without * perProcess;
      projected += projection;
      System.out.printf(
          Locale.ROOT,
          "round %d: %.0f processes/s without exporter, %.0f with; %.1f records each: the engine"
              + " alone makes %.0f/s, the projection takes %.0f/s, a rebuild %.0f/s; late by a median"
              + " of %d ms in the first quarter, %d in the last; %.1f kB of journal a process%n",
          round,
          without,
          with,
          perProcess,
          without * perProcess,
          projection,
          rebuilt,
          median(door.lags(), 0),
          median(door.lags(), 3),
          journalBytes() / 1024.0 / (processes + processes / 4));
    }
  }

  private double perSecond(Optional<ProjectionEndpoint> door) throws IOException {
    var bare = BrokerSettings.in(Files.createTempDirectory(Path.of("target"), "export"));
    var settings =
        new BrokerSettings(
            bare.home(),
            bare.javaHome(),
            bare.directory().toAbsolutePath(),
            bare.ports(),
            door.map(ProjectionEndpoint::settings));
    try (var broker = BrokerProcess.start(settings)) {
      broker.awaitReady(Duration.ofMinutes(2));
      try (var load = new EngineLoad(broker, ALL_END)) {
        ends(load, processes / 4);
        var start = System.nanoTime();
        ends(load, processes / 4 + processes);
        return processes / seconds(start);
      }
    }
  }

  private static void ends(EngineLoad load, int inAll) {
    load.starts(inAll - load.withdrawn());
    while (load.withdrawn() < inAll) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static double projectionPerSecond(ProjectionEndpoint door) throws Exception {
    long records = 0;
    var bodies = door.bodies();
    try (var client = HttpClient.newHttpClient()) {
      var start = System.nanoTime();
      for (var body : bodies) {
        var request =
            HttpRequest.newBuilder(door.address())
                .header("Vestibule-Lag", "0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
          throw new IllegalStateException("Not taken");
        }
        records += body.lines().count();
      }
      return records / seconds(start);
    }
  }

  private static long journalBytes() {
    return TestDatabase.get()
        .jdbc()
        .sql("select sum(pg_column_size(record)) from engine_journal record")
        .query(Long.class)
        .single();
  }

  private static void empty() {
    for (var table :
        List.of(
            "engine_instance",
            "engine_element",
            "engine_user_task",
            "engine_timer",
            "engine_incident",
            "engine_journal",
            "engine_position",
            "engine_funnel",
            "engine_funnel_change")) {
      TestDatabase.get().jdbc().sql("delete from " + table).update();
    }
  }

  private static long median(List<Long> lags, int quarter) {
    var some =
        lags.subList(lags.size() * quarter / 4, lags.size() * (quarter + 1) / 4).stream()
            .sorted()
            .toList();
    return some.get(some.size() / 2);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
