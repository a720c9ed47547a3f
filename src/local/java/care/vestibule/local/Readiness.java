package care.vestibule.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a child process over HTTP whether it is ready. */
final class Readiness {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ProcessHandle process;
  private final HttpRequest question;

  Readiness(ProcessHandle process, URI address) {
    this.process = process;
    this.question = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
  }

  /**
   * Waits for the answer 200.
   *
   * @throws IllegalStateException if the process ends meanwhile, or does not answer so in time
   */
  void await(Duration budget) {
    var deadline = System.nanoTime() + budget.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (!isReady(client)) {
        if (endsDuring(PAUSE)) {
          throw new IllegalStateException("The broker ended before it was ready");
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("The broker was not ready within " + budget);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the broker started", e);
    }
  }

  private boolean isReady(HttpClient client) throws InterruptedException {
    try {
      return client.send(question, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }

  // Waiting for its end is the pause between two questions.
  private boolean endsDuring(Duration pause) throws InterruptedException {
    try {
      process.onExit().get(pause.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
