package care.vestibule.messaging.email;

import care.vestibule.messaging.Bounces;
import java.time.Duration;
import java.util.Optional;

/** Reads bounces when a test says so. */
public final class BounceReader {

  private BounceReader() {}

  /** Of a mailbox on this machine. */
  public static Runnable of(int port, String username, String password, Bounces bounces) {
    var mailbox =
        new BounceMailbox(
            Optional.of("127.0.0.1"),
            port,
            "imap",
            username,
            password,
            "INBOX",
            Duration.ofSeconds(5));
    return new BounceReading(mailbox, bounces)::readAll;
  }
}
