package care.vestibule.exporter;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;

/** The portal's end of the line. Posting holds up a thread of the broker, so it gives up soon. */
final class Portal implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int TAKEN = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final ExportSettings settings;
  private final Logger log;
  private String trouble = "";

  Portal(ExportSettings settings, Logger log) {
    this.settings = settings;
    this.log = log;
  }

  /** Whether the portal has committed the batch; tells the log only what changed. */
  boolean takes(String body, int partition, long lagMillis) {
    var now = troubleWith(body, partition, lagMillis);
    if (!now.equals(trouble)) {
      if (now.isEmpty()) {
        log.info("The portal takes the records of partition {} again", partition);
      } else {
        log.warn("The portal does not take the records of partition {}: {}", partition, now);
      }
      trouble = now;
    }
    return now.isEmpty();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private String troubleWith(String body, int partition, long lagMillis) {
    var request =
        HttpRequest.newBuilder(settings.url())
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + settings.token())
            .header("Content-Type", "application/x-ndjson")
            .header("Vestibule-Partition", Integer.toString(partition))
            .header("Vestibule-Lag", Long.toString(lagMillis))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status == TAKEN ? "" : "status " + status;
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
