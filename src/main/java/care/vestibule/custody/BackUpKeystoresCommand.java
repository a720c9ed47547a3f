package care.vestibule.custody;

import care.vestibule.custody.Keystore.KeystoreEntry;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Writes every clinic's pairs into one file under a passphrase of its own. */
@Component
@OnlyIn(Zone.AGENT)
class BackUpKeystoresCommand implements KeyCommand {

  private final Keystores keystores;
  private final KeystoreBackup format;

  @Autowired
  BackUpKeystoresCommand(Keystores keystores) {
    this(keystores, KeystoreBackup.PRODUCTION);
  }

  BackUpKeystoresCommand(Keystores keystores, KeystoreBackup format) {
    this.keystores = keystores;
    this.format = format;
  }

  @Override
  public String usage() {
    return "backup FILE PASSPHRASE_FILE";
  }

  @Override
  public ExitCode run(List<String> words, Consumer<String> out) {
    if (words.size() != 2) {
      throw misused();
    }
    var file = Path.of(words.get(0));
    try (var passphrase = Passphrase.read(Path.of(words.get(1)))) {
      int pairs = write(file, passphrase);
      out.accept(pairs + " key pairs of " + keystores.clinics().size() + " clinics are in " + file);
    }
    return ExitCode.DONE;
  }

  private int write(Path file, Passphrase passphrase) {
    var content = new LinkedHashMap<ClinicId, List<KeystoreEntry>>();
    try {
      keystores.clinics().forEach(clinic -> content.put(clinic, keystores.read(clinic).entries()));
      var encoded = format.encode(content, passphrase);
      // Read back before it takes the place of an older one: a backup that does not open is none.
      KeystoreBackup.decode(encoded, passphrase).values().forEach(BackUpKeystoresCommand::close);
      AtomicFile.replace(file, encoded);
      return content.values().stream().mapToInt(List::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      content.values().forEach(BackUpKeystoresCommand::close);
    }
  }

  static void close(List<KeystoreEntry> entries) {
    entries.forEach(KeystoreEntry::close);
  }
}
