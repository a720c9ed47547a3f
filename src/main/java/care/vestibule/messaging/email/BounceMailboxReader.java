package care.vestibule.messaging.email;

import care.vestibule.messaging.delivery.EmailBounces;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the mailbox of the sender's address for mails that could not be delivered. */
@Component
@OnlyIn(Zone.AGENT)
@EnableConfigurationProperties(BounceMailbox.class)
final class BounceMailboxReader {

  private static final Logger LOG = LoggerFactory.getLogger(BounceMailboxReader.class);

  private final BounceMailbox mailbox;
  private final EmailBounces bounces;

  BounceMailboxReader(BounceMailbox mailbox, EmailBounces bounces) {
    this.mailbox = mailbox;
    this.bounces = bounces;
  }

  @Scheduled(fixedDelayString = "${vestibule.messaging.bounces.poll:PT1M}")
  void readAll() {
    if (mailbox.host().isEmpty()) {
      return;
    }
    var session = Session.getInstance(properties());
    try (var store = session.getStore(mailbox.protocol())) {
      store.connect(mailbox.host().get(), mailbox.port(), mailbox.username(), mailbox.password());
      try (var folder = store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_WRITE);
        for (var mail : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
          read(mail);
        }
      }
    } catch (MessagingException e) {
      // Looked for again in a minute; the text of the exception may quote an address.
      LOG.warn("The bounces could not be read: {}", e.getClass().getSimpleName());
    }
  }

  private void read(Message mail) throws MessagingException {
    try {
      DeliveryNotice.in(mail).ifPresent(notice -> bounces.cameBack(notice.name(), notice.code()));
    } catch (IOException e) {
      LOG.warn("A mail could not be read: {}", e.getClass().getSimpleName());
    }
    // Last: a crash before it reads the mail again, which changes nothing.
    mail.setFlag(Flags.Flag.SEEN, true);
  }

  private Properties properties() {
    var patience = Long.toString(mailbox.patience().toMillis());
    var properties = new Properties();
    for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail." + mailbox.protocol() + "." + limit, patience);
    }
    properties.setProperty("mail." + mailbox.protocol() + ".ssl.checkserveridentity", "true");
    return properties;
  }
}
