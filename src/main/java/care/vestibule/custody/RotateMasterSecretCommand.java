package care.vestibule.custody;

import care.vestibule.crypto.MasterSecret;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Encrypts every keystore anew under another master secret, one whole file after the other.
 *
 * <p>Stopped half-way, each file is of the old or of the new secret; run again, it does the rest.
 */
@Component
@OnlyIn(Zone.AGENT)
class RotateMasterSecretCommand implements KeyCommand {

  private final Keystores keystores;
  private final SecretFile secrets;

  RotateMasterSecretCommand(Keystores keystores, SecretFile secrets) {
    this.keystores = keystores;
    this.secrets = secrets;
  }

  @Override
  public String usage() {
    return "rotate-master NEW_SECRET_FILE";
  }

  @Override
  public ExitCode run(List<String> words, Consumer<String> out) {
    if (words.size() != 1) {
      throw misused();
    }
    try (var next = next(Path.of(words.getFirst()))) {
      for (var clinic : keystores.clinics()) {
        boolean changed = keystores.locked(clinic, () -> encryptAnew(clinic, next));
        out.accept("clinic " + clinic + (changed ? " is of the new secret now" : " was already"));
      }
    }
    out.accept(
        "Put the new secret where the old one is: the file `master` in vestibule.secrets.directory,"
            + " or vestibule.secrets.master; then restart the agents.");
    return ExitCode.DONE;
  }

  private MasterSecret next(Path file) {
    try {
      return secrets.read(file);
    } catch (IllegalStateException e) {
      throw new CommandRefused(ExitCode.REFUSED, e.getMessage() + ".");
    }
  }

  private boolean encryptAnew(ClinicId clinic, MasterSecret next) {
    if (keystores.openedWith(next, clinic).isPresent()) {
      return false;
    }
    var entries = keystores.read(clinic).entries();
    try {
      var fresh = Keystore.empty(new DerivedPasswords(next, clinic));
      entries.forEach(entry -> fresh.put(entry.hcp(), entry.pair()));
      keystores.replace(clinic, fresh);
      return true;
    } finally {
      BackUpKeystoresCommand.close(entries);
    }
  }
}
