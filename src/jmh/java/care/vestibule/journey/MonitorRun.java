package care.vestibule.journey;

import java.util.Locale;

/** How long the pages of operations take with a thousand processes and with a million. */
public final class MonitorRun {

  private final TestInstallation vestibule = TestInstallation.open();
  private final Latency latency = new Latency(vestibule.operations().http());

  private MonitorRun() {}

  /** Fills Vestibule and prints the table; the argument is the number of processes, 1,000,000. */
  public static void main(String[] arguments) {
    // Once a day, as in a clinic: Vestibule of the tests does it every other second.
    System.setProperty("vestibule.digest", "0 0 4 * * *");
    Latency.listen();
    var run = new MonitorRun();
    run.seed(0, 1_000);
    run.print(1_000);
    var many = Integer.parseInt(arguments[0]);
    run.seed(1_000, many);
    run.print(many);
    System.exit(0);
  }

  private void seed(int from, int to) {
    vestibule
        .database()
        .sql(
            Seed.read("instances.sql")
                .replace(":from", Integer.toString(from + 1))
                .replace(":to", Integer.toString(to))
                .replace(":clinic", "'" + vestibule.demo().clinic() + "'::uuid"))
        .update();
    vestibule.database().sql("vacuum analyze").update();
    vestibule.database().sql("checkpoint").update();
  }

  private void print(int processes) {
    System.out.printf(
        Locale.ROOT,
        "%,9d processes, p95 of whole requests in ms: funnel of a day %s, of 30 days %s, where they stand %s,"
            + " late %s,"
            + " incidents %s, newest %s, stuck %s, at a step %s%n",
        processes,
        latency.p95(i -> "/monitor/panels/funnel?days=1"),
        latency.p95(i -> "/monitor/panels/funnel?days=30"),
        latency.p95(i -> "/monitor/panels/standing"),
        latency.p95(i -> "/monitor/panels/arrears"),
        latency.p95(i -> "/monitor/panels/incidents"),
        latency.p95(i -> "/monitor/instances"),
        latency.p95(i -> "/monitor/instances?state=INCIDENT"),
        latency.p95(i -> "/monitor/instances?state=RUNNING&element=approve-access"));
  }
}
