package care.vestibule.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;

/** Sends the demo's FHIR bundles to our own API, as a clinic's system would. */
final class DemoImport {

  private static final Duration BUDGET = Duration.ofMinutes(1);

  private final int port;
  private final String apiKey;

  DemoImport(int port, String apiKey) {
    this.port = port;
    this.apiKey = apiKey;
  }

  /**
   * Sends {@code demo/<name>.json}.
   *
   * @throws IllegalStateException if any of it is refused
   */
  void post(String name) {
    try (var client = HttpClient.newHttpClient();
        var bundle = new ClassPathResource("demo/" + name + ".json").getInputStream()) {
      var answer = client.send(request(bundle), BodyHandlers.ofString());
      // A batch is answered with 200 whatever became of its entries.
      if (answer.statusCode() != 200 || answer.body().contains("\"status\":\"4")) {
        throw new IllegalStateException(
            "Demo bundle %s: %d %s".formatted(name, answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(InputStream bundle) throws IOException {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/fhir".formatted(port)))
        .header("Authorization", "Bearer " + apiKey)
        .header("Content-Type", "application/fhir+json")
        .timeout(BUDGET)
        .POST(BodyPublishers.ofByteArray(bundle.readAllBytes()))
        .build();
  }
}
