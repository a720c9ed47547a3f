package care.vestibule.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A directory with one {@code .eml} file per e-mail and recipient, sorted by arrival. */
final class MailFolder {

  private final Path directory;
  private final InstantSource clock;
  private final AtomicInteger sequence = new AtomicInteger();

  MailFolder(Path directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** Writes the e-mail as it came, with one more header in front. */
  void store(MimeMessage mail, String recipient) {
    var name = "%013d-%06d".formatted(clock.millis(), sequence.getAndIncrement());
    var draft = directory.resolve(name + ".part");
    try (var out = Files.newOutputStream(draft)) {
      var header = Mailbox.RECIPIENT + ": " + recipient.replaceAll("\\p{Cc}", "") + "\r\n";
      out.write(header.getBytes(StandardCharsets.UTF_8));
      mail.writeTo(out);
      out.flush();
      Files.move(draft, directory.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("An e-mail could not be stored", e);
    }
  }

  List<Path> files() {
    try (var entries = Files.newDirectoryStream(directory, "*.eml")) {
      var files = new ArrayList<Path>();
      entries.forEach(files::add);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
