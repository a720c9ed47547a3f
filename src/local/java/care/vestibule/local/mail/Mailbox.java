package care.vestibule.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** An SMTP server that takes every e-mail, to whomever, and has it on disk before it says so. */
public final class Mailbox implements AutoCloseable {

  /** The header that keeps the envelope's recipient. */
  static final String RECIPIENT = "Delivered-To";

  private final MailFolder folder;
  private final ServerSetup setup;
  private GreenMail server;

  private Mailbox(MailFolder folder, ServerSetup setup) {
    this.folder = folder;
    this.setup = setup;
    this.server = run();
  }

  /** Listens on a loopback port and stores under the directory. */
  public static Mailbox open(Path directory, int port, InstantSource clock) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    return new Mailbox(new MailFolder(directory, clock), setup);
  }

  /** Every e-mail ever taken, the newest first. */
  public List<ReceivedMail> all() {
    return folder.files().stream()
        .map(MailParser::parse)
        .sorted(Comparator.comparing(ReceivedMail::id).reversed())
        .toList();
  }

  /** The e-mails to one address, the newest first. */
  public List<ReceivedMail> to(String address) {
    return all().stream().filter(mail -> mail.to().equalsIgnoreCase(address)).toList();
  }

  /** Takes it off the network until {@link #startAgain()}; what was taken stays. */
  @Override
  public void close() {
    server.stop();
  }

  /** Listens again after {@link #close()}, on the same port. */
  public void startAgain() {
    server = run();
  }

  private GreenMail run() {
    var started = new GreenMail(setup);
    started.start();
    var users = started.getUserManager();
    try {
      var everybody = users.createUser("mailbox", "mailbox", "mailbox");
      users.setMessageDeliveryHandler((mail, recipient) -> take(mail, recipient, everybody));
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
    return started;
  }

  // Runs before the server answers 250: who hands a mail over can die right after.
  private GreenMailUser take(MovingMessage mail, MailAddress recipient, GreenMailUser everybody) {
    folder.store(mail.getMessage(), recipient.getEmail());
    return everybody;
  }
}
