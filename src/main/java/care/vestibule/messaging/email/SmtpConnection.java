package care.vestibule.messaging.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;

/**
 * A connection to a mail server that may carry another message.
 *
 * @param carried how many it has carried
 * @param idleSince by {@link System#nanoTime}
 */
record SmtpConnection(Transport transport, int carried, long idleSince) {

  /** Servers end a connection that carries too many. */
  private static final int MOST = 100;

  private static final long TOO_OLD = 20_000_000_000L;

  /** After so long it is worth a round trip to ask whether the server is still there. */
  private static final long DOUBTFUL = 1_000_000_000L;

  boolean isUsable() {
    long idle = System.nanoTime() - idleSince;
    return carried < MOST && idle < TOO_OLD && (idle < DOUBTFUL || transport.isConnected());
  }

  void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The server went first.
    }
  }
}
