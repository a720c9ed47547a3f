package care.vestibule.exporter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The portal as the exporter sees it: takes records, one JSON object a line. */
final class Portal {

  // The post holds up the broker's exporting thread, so a silent portal must not hold it for long.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HttpRequest.Builder request;

  Portal(URI url, String token) {
    request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson");
  }

  /** Whether the portal has committed the records. */
  boolean takes(List<String> records) {
    var post = request.copy().POST(BodyPublishers.ofString(String.join("\n", records))).build();
    try {
      return client.send(post, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
