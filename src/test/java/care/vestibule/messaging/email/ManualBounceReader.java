package care.vestibule.messaging.email;

import care.vestibule.messaging.delivery.EmailBounces;
import java.time.Duration;
import java.util.Optional;

/** Reads bounces when a test says so. */
public final class ManualBounceReader {

  private ManualBounceReader() {}

  /** Of a mailbox on this machine. */
  public static Runnable of(int port, String username, String password, EmailBounces bounces) {
    var mailbox =
        new BounceMailbox(
            Optional.of("127.0.0.1"),
            port,
            "imap",
            username,
            password,
            "INBOX",
            Duration.ofSeconds(5));
    return new BounceMailboxReader(mailbox, bounces)::readAll;
  }
}
