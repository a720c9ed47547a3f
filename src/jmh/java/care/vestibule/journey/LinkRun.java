package care.vestibule.journey;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Whether the door answers links it knows and one it does not know alike: the same bytes, in the
 * same time, whatever is asked and whyever a link opens nothing.
 *
 * <p>Each known one and the unknown one are asked for in turn, each as often as the other, over
 * loopback. Compared are status, headers and body, but for the date and for the word that ends a
 * connection after its hundredth answer: they carry no cookie, token or number of their own. Every
 * request comes from an address of its own, as the limit on dead links would answer sooner or later
 * otherwise.
 */
public final class LinkRun {

  private static final List<String> PATHS = List.of("/i/code", "/i/enrol", "/i/fresh");
  private static final int WARM_UP = 300;

  private final JourneyHttp http;
  private final DeadLinks links;
  private int address;

  private LinkRun(TestInstallation vestibule) {
    this.http = new JourneyHttp(vestibule.address());
    this.links = new DeadLinks(vestibule);
  }

  /** Prints the medians; the argument is the number of samples of each kind, 1,000. */
  public static void main(String[] arguments) {
    var run = new LinkRun(TestInstallation.open());
    int samples = Integer.parseInt(arguments[0]);
    for (var path : PATHS) {
      run.print(path, samples);
    }
    System.exit(0);
  }

  private void print(String path, int samples) {
    var unknown = links.body(path, links.unknown());
    var expected = seen(ask(path, unknown));
    System.out.println(path + ", each answer " + expected);
    for (var link : links.all().entrySet()) {
      var known = links.body(path, link.getValue());
      var ofKnown = new long[samples];
      var ofUnknown = new long[samples];
      for (int i = -WARM_UP; i < samples; i++) {
        long one = nanos(path, known, expected);
        long other = nanos(path, unknown, expected);
        if (i >= 0) {
          ofKnown[i] = one;
          ofUnknown[i] = other;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-14s median %.3f ms, unknown %.3f ms, apart %.3f ms%n",
          link.getKey(),
          median(ofKnown),
          median(ofUnknown),
          Math.abs(median(ofKnown) - median(ofUnknown)));
    }
  }

  private long nanos(String path, String body, String expected) {
    var start = System.nanoTime();
    var answer = ask(path, body);
    var nanos = System.nanoTime() - start;
    if (!seen(answer).equals(expected)) {
      throw new IllegalStateException(seen(answer) + " is not " + expected);
    }
    return nanos;
  }

  private HttpResponse<String> ask(String path, String body) {
    address++;
    // 198.18.0.0/15 is for measurements (RFC 2544).
    var from =
        "198." + (18 + address / 65_536 % 2) + "." + (address / 256 % 256) + "." + address % 256;
    return http.post(path, "application/json", body, "X-Vestibule", "1", "X-Forwarded-For", from);
  }

  private static String seen(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("connection");
    return answer.statusCode() + " " + headers + " " + answer.body();
  }

  private static double median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }
}
