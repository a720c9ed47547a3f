package care.vestibule.messaging.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.concurrent.LinkedBlockingDeque;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Keeps a few connections open from one message to the next, as greeting and TLS cost most. */
final class PooledMailSender extends JavaMailSenderImpl implements DisposableBean {

  private static final int MOST_IDLE = 8;

  private final LinkedBlockingDeque<SmtpConnection> idle = new LinkedBlockingDeque<>(MOST_IDLE);

  /** Sends by the server another sender knows. */
  static PooledMailSender like(JavaMailSenderImpl other) {
    var sender = new PooledMailSender();
    sender.setHost(other.getHost());
    sender.setPort(other.getPort());
    sender.setUsername(other.getUsername());
    sender.setPassword(other.getPassword());
    sender.setProtocol(other.getProtocol());
    sender.setDefaultEncoding(other.getDefaultEncoding());
    sender.setSession(other.getSession());
    return sender;
  }

  @Override
  protected Transport connectTransport() throws MessagingException {
    return new BorrowedConnection(getSession(), open(), this::takeBack);
  }

  private SmtpConnection open() throws MessagingException {
    // The one used last first, so that the others can grow old.
    for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      if (next.isUsable()) {
        return next;
      }
      next.close();
    }
    return new SmtpConnection(super.connectTransport(), 0, System.nanoTime());
  }

  private void takeBack(SmtpConnection connection) {
    if (!idle.offerFirst(connection)) {
      connection.close();
    }
  }

  @Override
  public void destroy() {
    for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      next.close();
    }
  }
}
