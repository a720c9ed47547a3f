package care.vestibule.messaging.paper;

import care.vestibule.messaging.MessagingProperties;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A directory of PDF files, such as the folder of a print queue on the agent's machine.
 *
 * <p>A letter never passes the portal. Who prints it takes it out of the folder: until then whoever
 * can read the folder can enrol in the patient's place, if they know the birth date.
 */
@Component
@OnlyIn(Zone.AGENT)
final class LetterFolder implements LetterPrinter {

  private final Optional<Path> directory;
  private final LetterPages pages;

  LetterFolder(MessagingProperties properties, LetterPages pages) {
    this.directory = properties.letters().map(Path::of);
    this.pages = pages;
  }

  @Override
  public boolean print(UUID invitation, int generation, PaperLetter letter) {
    directory.ifPresent(
        folder -> {
          try {
            Files.createDirectories(folder);
            // For its owner only, and complete before anybody can find it.
            var draft = Files.createTempFile(folder, "letter", ".part");
            Files.write(draft, pages.of(letter));
            Files.move(
                draft,
                folder.resolve(invitation + "-" + generation + ".pdf"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
          } catch (IOException e) {
            throw new UncheckedIOException(e.getClass().getSimpleName(), new IOException());
          }
        });
    return directory.isPresent();
  }
}
