package care.vestibule.journey;

import care.vestibule.testing.Chromium;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the doctor's page takes with a thousand requests in Vestibule and with a million.
 *
 * <p>Each figure is the 95th percentile of whole HTTP requests over loopback, rendering included.
 */
public final class TaskListRun {

  private static final String ZAVALA = "9999940999";

  private static final int CHANGES = 600;
  private static final long BETWEEN_CHANGES = 50_000_000;

  // A row's version is the moment of its last change.
  private static final String WATCH =
      """
      window.delays = [];
      new MutationObserver((changes) => changes.forEach((change) =>
        window.delays.push(Date.now() - parseInt(change.target.dataset.version, 36))
      )).observe(document.getElementById('task-list'),
        { subtree: true, attributes: true, attributeFilter: ['data-version'] });
      """;

  private final TestInstallation vestibule = TestInstallation.open();
  private final JourneyDoctor doctor = vestibule.doctor(ZAVALA);
  private final JdbcClient database = vestibule.database();
  private final Latency latency = new Latency(doctor.http());

  private TaskListRun() {}

  /** Fills Vestibule and prints the table; the argument is the number of requests, 1,000,000. */
  public static void main(String[] arguments) {
    // Once a day, as in a clinic: Vestibule of the tests does it every other second.
    System.setProperty("vestibule.digest", "0 0 4 * * *");
    Latency.listen();
    var run = new TaskListRun();
    run.seed(0, 1_000);
    // A server runs for weeks: what its virtual machine spends on compiling is no cost of a
    // request.
    run.warmUp();
    run.print(1_000);
    var many = Integer.parseInt(arguments[0]);
    run.seed(1_000, many);
    run.print(many);
    run.watch();
    System.exit(0);
  }

  private void seed(int from, int to) {
    var sql = Seed.read("tasks.sql");
    database
        .sql(
            sql.replace(":from", Integer.toString(from + 1))
                .replace(":to", Integer.toString(to))
                .replace(":hcp", "'" + vestibule.professional(ZAVALA).id() + "'::uuid"))
        .update();
    // As after the months in which so many come, and not as in the minute after.
    database.sql("vacuum analyze").update();
    database.sql("checkpoint").update();
  }

  private void warmUp() {
    var ids = open();
    for (int round = 0; round < 4; round++) {
      latency.p95(i -> "/tasks/rows?q=family" + i % 97);
      latency.p95(i -> "/tasks/" + ids.get(i % ids.size()));
    }
  }

  private List<UUID> open() {
    return database
        .sql(
            """
            select id from notifications
            where hcp = :hcp and status = 'PENDING' order by id limit 200
            """)
        .param("hcp", vestibule.professional(ZAVALA).id().value())
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  private void print(int tasks) {
    var ids = open();
    System.out.printf(
        Locale.ROOT,
        "%,9d requests, %d of this doctor, p95 of whole requests in ms: queue %s, by name %s, by identifier %s,"
            + " done %s, one request %s%n",
        tasks,
        database
            .sql("select count(*) from notifications where hcp = :hcp")
            .param("hcp", vestibule.professional(ZAVALA).id().value())
            .query(Integer.class)
            .single(),
        latency.p95(i -> "/tasks/rows"),
        latency.p95(i -> "/tasks/rows?q=family" + i % 97),
        latency.p95(i -> "/tasks/rows?q=seed-" + (1 + i)),
        latency.p95(i -> "/tasks/rows?view=done"),
        latency.p95(i -> "/tasks/" + ids.get(i % ids.size())));
  }

  /** Twenty requests a second change in the database; a browser says when each shows. */
  @SuppressWarnings("unchecked")
  private void watch() {
    try (var chromium = Chromium.open();
        var visit = chromium.visit(1440, 900)) {
      var page = visit.page();
      new TaskScreen(visit, vestibule.address()).signedInAs(vestibule.username(ZAVALA));
      page.evaluate(WATCH);
      var shown =
          (List<String>)
              page.evaluate(
                  "[...document.querySelectorAll('[data-task]')].map((r) => r.dataset.task)");
      for (int i = 0; i < CHANGES; i++) {
        LockSupport.parkNanos(BETWEEN_CHANGES);
        database
            .sql("update notifications set modified = clock_timestamp() where id = :id")
            .param("id", UUID.fromString(shown.get(i % shown.size())))
            .update();
      }
      page.waitForFunction("window.delays.length > " + CHANGES / 2);
      var delays =
          ((List<Number>) page.evaluate("window.delays"))
              .stream().mapToDouble(Number::doubleValue).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "changed row to visible row at 20 a second, %d seen: median %.0f ms, p99 %.0f ms%n",
          delays.length,
          delays[delays.length / 2],
          delays[delays.length * 99 / 100]);
    }
  }
}
