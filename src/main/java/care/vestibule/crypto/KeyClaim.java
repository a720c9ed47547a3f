package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/**
 * "This key is mine": what a patient's browser says about its new public key at enrolment.
 *
 * <p>The MAC under the link's bind proves it to the agent, against a portal or database that would
 * swap the key. The signature proves to the portal that the sender holds the signing key.
 *
 * @param clinic the tenant
 * @param invitation the invitation the link belongs to
 * @param generation which link of that invitation
 * @param key the new key
 */
public record KeyClaim(UUID clinic, UUID invitation, int generation, PartyPublicKey key) {

  private static final String LABEL = "vestibule/v1/key-claim";
  private static final byte[] MAC_INFO = LABEL.getBytes(StandardCharsets.UTF_8);

  /** What is MACed and signed: label, clinic, invitation, generation, encoded public key. */
  public byte[] encoded() {
    return TlvWriter.labelled(LABEL)
        .uuid(2, clinic)
        .uuid(3, invitation)
        .int32(4, generation)
        .bytes(5, key.encoded())
        .toBytes();
  }

  /** HMAC-SHA-256 of the claim under a key derived from the bind: 32 bytes. */
  public byte[] mac(byte[] bind) {
    var macKey = Hkdf.derive(bind, MAC_INFO, Hmac.SIZE);
    try {
      return Hmac.sha256(macKey, encoded());
    } finally {
      Arrays.fill(macKey, (byte) 0);
    }
  }

  /** Whether the MAC was made by somebody who knows the bind; takes the same time either way. */
  public boolean isProvenBy(byte[] mac, byte[] bind) {
    return MessageDigest.isEqual(mac(bind), mac);
  }

  /** Whether the signature was made with the private half of the key the claim is about. */
  public boolean isSignedBy(byte[] signature) {
    return Ed25519Signatures.isValid(key.signing(), encoded(), signature);
  }
}
