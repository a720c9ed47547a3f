package care.vestibule.journey;

import java.util.Locale;

/** How long the pages of operations take with a thousand processes and with a million. */
public final class MonitorRun {

  private final House house = House.open();
  private final Latency latency = new Latency(house.operations().http());

  private MonitorRun() {}

  /** Fills the house and prints the table; the argument is the number of processes, 1,000,000. */
  public static void main(String[] arguments) {
    // Once a day, as in a clinic: the house of the tests does it every other second.
    System.setProperty("house.digest", "0 0 4 * * *");
    var run = new MonitorRun();
    run.seed(0, 1_000);
    run.print(1_000);
    var many = Integer.parseInt(arguments[0]);
    run.seed(1_000, many);
    run.print(many);
    System.exit(0);
  }

  private void seed(int from, int to) {
    house
        .database()
        .sql(
            Seed.read("instances.sql")
                .replace(":from", Integer.toString(from + 1))
                .replace(":to", Integer.toString(to))
                .replace(":clinic", "'" + house.demo().clinic() + "'::uuid"))
        .update();
    house.database().sql("vacuum analyze").update();
    house.database().sql("checkpoint").update();
  }

  private void print(int processes) {
    System.out.printf(
        Locale.ROOT,
        "%,9d processes, p95 in ms: funnel of a day %.1f, of 30 days %.1f, where they stand %.1f,"
            + " incidents %.1f, newest %.1f, stuck %.1f, at a step %.1f%n",
        processes,
        latency.p95(i -> "/monitor/panels/funnel?days=1"),
        latency.p95(i -> "/monitor/panels/funnel?days=30"),
        latency.p95(i -> "/monitor/panels/standing"),
        latency.p95(i -> "/monitor/panels/incidents"),
        latency.p95(i -> "/monitor/instances"),
        latency.p95(i -> "/monitor/instances?state=INCIDENT"),
        latency.p95(i -> "/monitor/instances?state=RUNNING&element=approve-access"));
  }
}
