package care.vestibule.messaging.email;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.util.function.Consumer;

/** A connection for the time of one message: closing it gives it back, unless it failed. */
final class BorrowedConnection extends Transport {

  private final SmtpConnection connection;
  private final Consumer<SmtpConnection> back;
  private boolean failed;

  BorrowedConnection(Session session, SmtpConnection connection, Consumer<SmtpConnection> back) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.connection = connection;
    this.back = back;
  }

  @Override
  public void sendMessage(Message message, Address[] recipients) throws MessagingException {
    failed = true;
    connection.transport().sendMessage(message, recipients);
    failed = false;
  }

  @Override
  public synchronized boolean isConnected() {
    return connection.transport().isConnected();
  }

  @Override
  public synchronized void close() {
    // After a refusal nobody knows what the server expects next.
    if (failed) {
      connection.close();
    } else {
      back.accept(
          new SmtpConnection(connection.transport(), connection.carried() + 1, System.nanoTime()));
    }
  }
}
