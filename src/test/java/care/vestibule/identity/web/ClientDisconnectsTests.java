package care.vestibule.identity.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.identity.ApiClients;
import care.vestibule.testing.Await;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import elsewhere.Departures;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
@ExtendWith(OutputCaptureExtension.class)
class ClientDisconnectsTests {

  private static final Duration BUDGET = Duration.ofSeconds(30);

  private final Departures departures;
  private final int port;
  private final String key;

  ClientDisconnectsTests(
      @Autowired Departures departures, @Autowired ApiClients clients, @LocalServerPort int port) {
    this.departures = departures;
    this.port = port;
    this.key = "Bearer " + clients.create(new Fixtures(TestDatabase.get()).aClinic().id(), "EHR");
  }

  @Test
  void whoHangsUpInTheMiddleOfAnAnswerIsNoFaultOfOurs(CapturedOutput output) throws IOException {
    hangUp("/api/modules/long");

    assertThat(output).doesNotContain("failed", " ERROR ");
  }

  @Test
  void whoHangsUpInTheMiddleOfAPageIsNoFaultOfOurs(CapturedOutput output) throws IOException {
    hangUp("/i/long");

    assertThat(output).doesNotContain("failed", " ERROR ");
  }

  @Test
  void aLineOfOurOwnThatBreaksIsOne(CapturedOutput output) {
    assertThat(new TestVisitor(port).get("/api/modules/line", "Authorization", key).statusCode())
        .isEqualTo(500);

    assertThat(output).contains("failed: java.io.UncheckedIOException");
  }

  /** Asks, hears how the answer begins, and is gone; returns once Vestibule is done with it. */
  private void hangUp(String path) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
                  .formatted(path, key)
                  .getBytes(US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 200");
    }
    var unused = Await.until("the end of " + path, BUDGET, () -> departures.have(path), is -> is);
  }
}
