package care.vestibule.crypto;

import java.security.MessageDigest;
import java.util.UUID;

/** A patient's browser says: this key was made by whoever opened that link. */
public record KeyClaim(UUID clinic, UUID invitation, int generation, PartyPublicKey key) {

  /** HMAC-SHA-256 of the claim under a key derived from the link's bind part, 32 bytes. */
  public byte[] mac(byte[] bind) {
    return Primitives.hmac(Primitives.hkdf(bind, "key-bind", 32), encoded());
  }

  /** Whether the MAC is of this claim; compared in constant time. */
  public boolean isProvenBy(byte[] mac, byte[] bind) {
    return MessageDigest.isEqual(mac(bind), mac);
  }

  /** Whether the holder of the signing key signed this claim, which proves possession. */
  public boolean isSignedBy(byte[] signature) {
    return Signatures.fits(key.signing(), encoded(), signature);
  }

  /** What is authenticated: purpose, clinic, invitation, generation, encoded public key. */
  public byte[] encoded() {
    return Tlv.of("key-claim")
        .uuid(clinic)
        .uuid(invitation)
        .number(generation)
        .bytes(key.encoded())
        .encoded();
  }
}
