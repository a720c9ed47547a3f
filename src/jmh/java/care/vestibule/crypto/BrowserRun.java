package care.vestibule.crypto;

import java.io.IOException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Opens a patient's records in a real browser, beside the bare cipher in the same page. */
final class BrowserRun {

  private static final int ROUNDS = 5;

  private BrowserRun() {}

  public static void main(String[] arguments) throws IOException {
    int records = Integer.parseInt(arguments[0]);
    try (var page = CryptoPage.open()) {
      var seen = page.ask("openingSpeed", records, ROUNDS);
      System.out.printf(
          Locale.ROOT,
          "open %d records in the browser / bare AES-GCM there %8.2f (%.0f and %.0f a second)%n",
          records,
          median(seen.get("bare")) / median(seen.get("opened")),
          records * 1000 / median(seen.get("opened")),
          records * 1000 / median(seen.get("bare")));
    }
  }

  private static double median(JsonNode milliseconds) {
    var sorted = milliseconds.values().stream().mapToDouble(JsonNode::asDouble).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
