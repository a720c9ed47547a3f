package care.vestibule.journey;

import java.util.Arrays;
import java.util.function.IntFunction;

/** How long whole HTTP requests over loopback take, rendering included. */
final class Latency {

  private static final int SAMPLES = 500;
  // Enough for the virtual machine to have compiled what it will compile.
  private static final int WARM_UP = 500;

  private final Http http;

  Latency(Http http) {
    this.http = http;
  }

  /** The 95th percentile in milliseconds; the function gives the path of each request. */
  double p95(IntFunction<String> path) {
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
    var answer = http.get(path);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
  }
}
