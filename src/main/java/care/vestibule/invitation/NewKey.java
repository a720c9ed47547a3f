package care.vestibule.invitation;

import care.vestibule.crypto.PartyPublicKey;

/**
 * The key a browser made.
 *
 * @param mac over the claim, by the part of the link that stays in the browser, 32 bytes; kept for
 *     the agent, who alone can check it
 * @param signature over the claim by the key itself, 64 bytes: nobody registers another's key
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record NewKey(PartyPublicKey key, byte[] mac, byte[] signature) {

  /** Refuses sizes that can not be. */
  public NewKey {
    if (mac.length != 32 || signature.length != 64) {
      throw new IllegalArgumentException("Not the proof of a key");
    }
  }
}
