package care.vestibule.messaging;

import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail sender whose process can be killed before or after a message is handed over. */
final class BreakableMailSender extends JavaMailSenderImpl {

  private Moment killed = Moment.NEVER;

  BreakableMailSender(int port) {
    setHost("127.0.0.1");
    setPort(port);
    getJavaMailProperties().put("mail.smtp.timeout", "5000");
    getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
  }

  void killedNext(Moment moment) {
    killed = moment;
  }

  @Override
  protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
    var moment = killed;
    killed = Moment.NEVER;
    if (moment == Moment.BEFORE_HANDING_OVER) {
      throw new Killed();
    }
    super.doSend(messages, originals);
    if (moment == Moment.AFTER_HANDING_OVER) {
      throw new Killed();
    }
  }

  /** When the process dies. */
  enum Moment {
    NEVER,
    BEFORE_HANDING_OVER,
    AFTER_HANDING_OVER
  }

  /** What no handler of exceptions sees, as none sees a kill. */
  static final class Killed extends Error {}
}
