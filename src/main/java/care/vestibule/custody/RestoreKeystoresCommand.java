package care.vestibule.custody;

import care.vestibule.custody.Keystore.KeystoreEntry;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Adds to the keystores what a backup has and they have not.
 *
 * <p>An entry is named after its public key, so that the same name is the same pair: merging
 * replaces nothing, and what is newer than the backup stays. Only a file that does not open stands
 * in the way, because newer keys may be in it.
 */
@Component
@OnlyIn(Zone.AGENT)
class RestoreKeystoresCommand implements KeyCommand {

  private final Keystores keystores;

  RestoreKeystoresCommand(Keystores keystores) {
    this.keystores = keystores;
  }

  @Override
  public String usage() {
    return "restore FILE PASSPHRASE_FILE [--force]";
  }

  @Override
  public ExitCode run(List<String> given, Consumer<String> out) {
    var words = new ArrayList<>(given);
    boolean force = words.remove("--force");
    if (words.size() != 2) {
      throw misused();
    }
    try (var passphrase = Passphrase.read(Path.of(words.get(1)))) {
      var content = KeystoreBackup.decode(Files.readAllBytes(Path.of(words.get(0))), passphrase);
      try {
        // All are tried before any is changed.
        content.keySet().forEach(clinic -> requireReadable(clinic, force));
        content.forEach((clinic, entries) -> out.accept(merge(clinic, entries)));
      } finally {
        content.values().forEach(BackUpKeystoresCommand::close);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }

  private void requireReadable(ClinicId clinic, boolean force) {
    try {
      keystores.readOrNew(clinic);
    } catch (Incident locked) {
      if (!force) {
        throw new CommandRefused(
            ExitCode.REFUSED,
            "The keystore of clinic "
                + clinic
                + " does not open and may hold newer keys; --force puts it aside.");
      }
    }
  }

  private String merge(ClinicId clinic, List<KeystoreEntry> entries) {
    return keystores.locked(
        clinic,
        () -> {
          var aside = setAsideIfLocked(clinic);
          var keystore = keystores.readOrNew(clinic);
          int before = keystore.size();
          entries.forEach(entry -> keystore.put(entry.hcp(), entry.pair()));
          keystores.replace(clinic, keystore);
          return "clinic %s: %d restored, %d in all%s"
              .formatted(clinic, keystore.size() - before, keystore.size(), aside);
        });
  }

  private String setAsideIfLocked(ClinicId clinic) {
    try {
      keystores.readOrNew(clinic);
      return "";
    } catch (Incident locked) {
      try {
        return "; the file that does not open is now " + keystores.file(clinic).setAside();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
