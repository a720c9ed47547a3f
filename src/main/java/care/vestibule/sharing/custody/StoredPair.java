package care.vestibule.sharing.custody;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyKeyPair;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key pair in the form a BCFKS keystore takes: one secret key of 64 bytes, both seeds. */
final class StoredPair {

  // A pair is one entry, so that half of a pair can never be stored. BCFKS takes no private key
  // without a certificate, and of secret keys only those of algorithms it knows: HMAC-SHA-512 is
  // one whose keys have 64 bytes, which is what the two seeds are together.
  private static final String ALGORITHM = "HmacSHA512";
  private static final int SEED = 32;

  private StoredPair() {}

  static SecretKey of(PartyKeyPair pair) {
    var seeds = new byte[2 * SEED];
    var encryption = pair.encryptionSeed();
    var signing = pair.signingSeed();
    try {
      System.arraycopy(encryption, 0, seeds, 0, SEED);
      System.arraycopy(signing, 0, seeds, SEED, SEED);
      return new SecretKeySpec(seeds, ALGORITHM);
    } finally {
      Arrays.fill(encryption, (byte) 0);
      Arrays.fill(signing, (byte) 0);
      Arrays.fill(seeds, (byte) 0);
    }
  }

  /** The pair that was stored; wipes the seeds. */
  static PartyKeyPair read(byte[] seeds) {
    var encryption = Arrays.copyOf(seeds, SEED);
    var signing = Arrays.copyOfRange(seeds, SEED, 2 * SEED);
    try {
      return PartyKeyPair.fromSeeds(encryption, signing);
    } finally {
      Arrays.fill(encryption, (byte) 0);
      Arrays.fill(signing, (byte) 0);
      Arrays.fill(seeds, (byte) 0);
    }
  }

  static KeyId idOf(PartyKeyPair pair) {
    return pair.publicKey().id();
  }
}
