package care.vestibule.custody;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyKeyPair;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key pair in the form a BCFKS keystore takes: one secret key, of any suite. */
final class StoredPair {

  // A pair is one entry, so that half of a pair can never be stored. BCFKS takes no private key
  // without a certificate, and of secret keys only those of algorithms it knows: HMAC-SHA-512 is
  // one whose keys may have any length.
  private static final String ALGORITHM = "HmacSHA512";

  /** Of keystores of before there were two suites: the two seeds of X-Wing and Ed25519. */
  private static final int BARE_SEEDS = 64;

  private StoredPair() {}

  static SecretKey of(PartyKeyPair pair) {
    var encoded = pair.encoded();
    try {
      return new SecretKeySpec(encoded, ALGORITHM);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** The pair that was stored; wipes the bytes. */
  static PartyKeyPair read(byte[] stored) {
    try {
      return stored.length == BARE_SEEDS ? fromSeeds(stored) : PartyKeyPair.decode(stored);
    } finally {
      Arrays.fill(stored, (byte) 0);
    }
  }

  private static PartyKeyPair fromSeeds(byte[] seeds) {
    var encryption = Arrays.copyOf(seeds, BARE_SEEDS / 2);
    var signing = Arrays.copyOfRange(seeds, BARE_SEEDS / 2, BARE_SEEDS);
    try {
      return PartyKeyPair.fromSeeds(encryption, signing);
    } finally {
      Arrays.fill(encryption, (byte) 0);
      Arrays.fill(signing, (byte) 0);
    }
  }

  static KeyId idOf(PartyKeyPair pair) {
    return pair.publicKey().id();
  }
}
