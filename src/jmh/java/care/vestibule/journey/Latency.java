package care.vestibule.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * How long whole HTTP requests over loopback take, rendering included, and how much of it the
 * server.
 */
final class Latency {

  private static final int SAMPLES = 500;
  // Enough for the virtual machine to have compiled what it will compile.
  private static final int WARM_UP = 500;

  private static final Path SERVERS_OWN = directory();

  private final JourneyHttp http;

  Latency(JourneyHttp http) {
    this.http = http;
  }

  /** Has the server note its own time; before it is started. */
  static void listen() {
    var log = "server.tomcat.accesslog.";
    System.setProperty(log + "enabled", "true");
    // In microseconds.
    System.setProperty(log + "pattern", "%D %U");
    System.setProperty(log + "directory", SERVERS_OWN.toString());
    System.setProperty(log + "prefix", "times");
    System.setProperty(log + "suffix", "");
    System.setProperty(log + "rotate", "false");
    System.setProperty(log + "buffered", "false");
  }

  /** The 95th percentile; the function gives the path of each request. */
  P95 p95(IntFunction<String> path) {
    for (int i = 0; i < WARM_UP; i++) {
      get(path.apply(i));
    }
    var nanos = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      var start = System.nanoTime();
      get(path.apply(i));
      nanos[i] = System.nanoTime() - start;
    }
    var first = path.apply(0);
    var area = first.substring(0, first.indexOf('/', 1));
    return new P95(at95(nanos) / 1e6, at95(serversOwn(area)) / 1e3);
  }

  private void get(String path) {
    var answer = http.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
  }

  /** The newest samples of that area; nobody else asks there meanwhile. */
  private static long[] serversOwn(String area) {
    try (var lines = Files.lines(SERVERS_OWN.resolve("times"))) {
      var all =
          lines
              .filter(line -> line.startsWith(area, line.indexOf(' ') + 1))
              .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
              .toArray();
      return Arrays.copyOfRange(all, all.length - SAMPLES, all.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long at95(long[] samples) {
    Arrays.sort(samples);
    return samples[samples.length * 95 / 100];
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "times");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In milliseconds. */
  record P95(double whole, double server) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f (server %.1f)", whole, server);
    }
  }
}
