package care.vestibule.journey;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the door answers a link it knows and one it does not know alike: the same bytes, in the
 * same time.
 *
 * <p>The known one is a real link that was used; both are asked for in turn, each as often as the
 * other, over loopback. Compared are status, headers and body, but for the date and for the word
 * that ends a connection after its hundredth answer: they carry no cookie, token or number of their
 * own. Every request comes from an address of its own, as the limit on dead links would answer
 * sooner or later otherwise.
 */
public final class LinkRun {

  private static final String ZAVALA = "9999940999";
  private static final int WARM_UP = 1_000;

  private final Http http;
  private final String known;
  private final String unknown;
  private int address;

  private LinkRun(House house) {
    this.http = new Http(house.address());
    var patient = SmallPatient.of(ZAVALA);
    var clinic = house.clinicSystem();
    var id = patient.importedBy(clinic);
    clinic.invites(id, house.professional(patient.doctors().getFirst()).id().value());
    var link = new Letterbox(house.address(), patient.email(), "").awaitsLink(1);
    new PatientDevice(house.address()).enrolsWithoutCode(link);
    var parts = link.substring(link.indexOf('#') + 1).split("\\.", -1);
    this.known = body(parts[1], parts[2]);
    var first = parts[1].charAt(0) == 'A' ? "B" : "A";
    this.unknown = body(first + parts[1].substring(1), parts[2]);
  }

  /** Prints the medians; the argument is the number of samples of each kind, 1,000. */
  public static void main(String[] arguments) {
    new LinkRun(House.open()).print(Integer.parseInt(arguments[0]));
    System.exit(0);
  }

  private void print(int samples) {
    var expected = seen(ask(unknown));
    for (int i = 0; i < WARM_UP; i++) {
      nanos(known, expected);
      nanos(unknown, expected);
    }
    var ofKnown = new long[samples];
    var ofUnknown = new long[samples];
    for (int i = 0; i < samples; i++) {
      ofKnown[i] = nanos(known, expected);
      ofUnknown[i] = nanos(unknown, expected);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d answers each, all the same: median known %.3f ms, unknown %.3f ms, apart %.3f ms%n%s%n",
        samples,
        median(ofKnown),
        median(ofUnknown),
        Math.abs(median(ofKnown) - median(ofUnknown)),
        expected);
  }

  private long nanos(String body, String expected) {
    var start = System.nanoTime();
    var answer = ask(body);
    var nanos = System.nanoTime() - start;
    if (!seen(answer).equals(expected)) {
      throw new IllegalStateException(seen(answer) + " is not " + expected);
    }
    return nanos;
  }

  private HttpResponse<String> ask(String body) {
    address++;
    var from = "198.18." + (address / 256 % 256) + "." + address % 256;
    return http.post(
        "/i/code", "application/json", body, "X-Vestibule", "1", "X-Forwarded-For", from);
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

  private static String body(String selector, String secret) {
    return Http.JSON.writeValueAsString(
        Map.of("selector", selector, "secret", secret, "born", PatientDevice.BORN));
  }
}
