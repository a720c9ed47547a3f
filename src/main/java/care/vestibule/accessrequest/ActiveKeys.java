package care.vestibule.accessrequest;

import care.vestibule.directory.PublicKeys;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The public keys in use at present; needs a transaction around it. */
@Component
public class ActiveKeys {

  private final PublicKeys keys;

  ActiveKeys(PublicKeys keys) {
    this.keys = keys;
  }

  /** The key of a patient or a professional. */
  public Optional<ActiveKey> of(UUID party) {
    return keys.activeOf(party)
        .map(found -> new ActiveKey(found.key().id().hex(), found.key().fingerprint()));
  }

  /**
   * A public key, as people and rows name it.
   *
   * @param id 32 hex digits
   * @param fingerprint 6 groups of 5 digits
   */
  public record ActiveKey(String id, String fingerprint) {}
}
