package care.vestibule.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the doctor's page takes with a thousand requests in the house and with a million.
 *
 * <p>Each figure is the 95th percentile of whole HTTP requests over loopback, rendering included.
 */
public final class TaskListRun {

  private static final String ZAVALA = "9999940999";
  private static final Path SEED = Path.of("src", "jmh", "resources", "tasks.sql");
  private static final int SAMPLES = 300;
  private static final int WARM_UP = 300;

  private final House house = House.open();
  private final Doctor doctor = house.doctor(ZAVALA);
  private final JdbcClient database = house.database();

  private TaskListRun() {}

  /** Fills the house and prints the table; the argument is the number of requests, 1,000,000. */
  public static void main(String[] arguments) {
    var run = new TaskListRun();
    run.seed(0, 1_000);
    run.print(1_000);
    var many = Integer.parseInt(arguments[0]);
    run.seed(1_000, many);
    run.print(many);
    System.exit(0);
  }

  private void seed(int from, int to) {
    var sql = read();
    database.sql(sql.replace(":from", Integer.toString(from + 1)).replace(":to", Integer.toString(to)).replace(":hcp", "'" + house.professional(ZAVALA).id() + "'::uuid")).update();
    database.sql("analyze").update();
  }

  private void print(int tasks) {
    var ids =
        database
            .sql(
                """
                select id from notifications
                where hcp = :hcp and status = 'PENDING' order by id limit 200
                """)
            .param("hcp", house.professional(ZAVALA).id().value())
            .query(UUID.class)
            .list();
    System.out.printf(
        Locale.ROOT,
        "%,9d requests, %d of this doctor, p95 in ms: queue %.1f, by name %.1f, by identifier %.1f,"
            + " done %.1f, one request %.1f%n",
        tasks,
        database
            .sql("select count(*) from notifications where hcp = :hcp")
            .param("hcp", house.professional(ZAVALA).id().value())
            .query(Integer.class)
            .single(),
        p95(i -> "/tasks/rows"),
        p95(i -> "/tasks/rows?q=family" + i % 97),
        p95(i -> "/tasks/rows?q=seed-" + (1 + i)),
        p95(i -> "/tasks/rows?view=done"),
        p95(i -> "/tasks/" + ids.get(i % ids.size())));
  }

  private double p95(IntFunction<String> path) {
    for (int i = 0; i < WARM_UP; i++) {
      get(path.apply(i));
    }
    var nanos = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      var start = System.nanoTime();
      get(path.apply(i));
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[SAMPLES * 95 / 100] / 1e6;
  }

  private void get(String path) {
    var answer = doctor.http().get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
  }

  private static String read() {
    try {
      return Files.readString(SEED, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
