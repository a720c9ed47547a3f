package care.vestibule.notification;

import java.util.Optional;
import java.util.UUID;

/** The public keys in use at present. */
interface ActiveKeys {

  /** The key of a patient or a professional. */
  Optional<ActiveKey> of(UUID party);

  /**
   * A public key, as people and rows name it.
   *
   * @param id 32 hex digits
   * @param fingerprint 6 groups of 5 digits
   */
  record ActiveKey(String id, String fingerprint) {}
}
