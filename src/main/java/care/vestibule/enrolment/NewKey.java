package care.vestibule.enrolment;

import care.vestibule.crypto.PartyPublicKey;
import java.util.Optional;

/**
 * The key a browser made.
 *
 * @param mac over the claim, by the part of the link that stays in the browser, 32 bytes; kept for
 *     the agent, who alone can check it
 * @param signature over the claim by the key itself, 64 bytes: nobody registers another's key
 * @param backup the private keys, sealed under the patient's recovery code
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record NewKey(
    PartyPublicKey key, byte[] mac, byte[] signature, Optional<SealedKeys> backup) {

  /** Refuses sizes that cannot be. */
  public NewKey {
    if (mac.length != 32 || signature.length != 64) {
      throw new IllegalArgumentException("Not the proof of a key");
    }
  }

  /**
   * Private keys that only the patient's recovery code opens.
   *
   * @param id 16 bytes derived from the code
   * @param sealed the envelope, at most 8192 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  public record SealedKeys(byte[] id, byte[] sealed) {

    /** Refuses sizes that cannot be. */
    public SealedKeys {
      if (id.length != 16 || sealed.length == 0 || sealed.length > 8192) {
        throw new IllegalArgumentException("Not sealed keys");
      }
    }
  }
}
