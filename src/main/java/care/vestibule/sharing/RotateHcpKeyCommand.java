package care.vestibule.sharing;

import care.vestibule.crypto.Suite;
import care.vestibule.custody.ExitCode;
import care.vestibule.custody.KeyCommand;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The command that replaces one professional's key. */
@Component
@OnlyIn(Zone.AGENT)
class RotateHcpKeyCommand implements KeyCommand {

  // Made when it is needed: the other commands do without the secrets behind it.
  private final ObjectProvider<HcpKeyRotation> rotation;

  RotateHcpKeyCommand(ObjectProvider<HcpKeyRotation> rotation) {
    this.rotation = rotation;
  }

  @Override
  public String usage() {
    return "rotate-hcp CLINIC HCP [x-wing|rsa-oaep]";
  }

  @Override
  public ExitCode run(List<String> words, Consumer<String> out) {
    if (words.size() < 2 || words.size() > 3) {
      throw misused();
    }
    var suite = words.size() == 2 ? Suite.X_WING : suite(words.get(2));
    var clinic = new ClinicId(id(words.get(0)));
    var hcp = new HcpId(id(words.get(1)));
    var done = rotation.getObject().rotate(clinic, hcp, suite);
    out.accept(
        "%s; %d exchanges sealed to the new key, %d refused"
            .formatted(
                done.begun() ? "new key made" : "went on with the key made before",
                done.sealed(),
                done.refused()));
    return done.refused() == 0 ? ExitCode.DONE : ExitCode.FOUND_PROBLEMS;
  }

  private Suite suite(String word) {
    return switch (word) {
      case "x-wing" -> Suite.X_WING;
      case "rsa-oaep" -> Suite.RSA_OAEP;
      default -> throw misused();
    };
  }

  private UUID id(String word) {
    try {
      return UUID.fromString(word);
    } catch (IllegalArgumentException e) {
      throw misused();
    }
  }
}
