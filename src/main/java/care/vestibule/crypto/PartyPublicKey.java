package care.vestibule.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * What others need to know of a party: one key to seal to, one to verify with.
 *
 * @param encryption the X-Wing public key, 1216 bytes
 * @param signing the Ed25519 public key, 32 bytes
 */
// Copied on the way in and out, and compared by content.
@SuppressWarnings("ArrayRecordComponent")
public record PartyPublicKey(Suite suite, byte[] encryption, byte[] signing) {

  private static final byte VERSION = 1;
  private static final int SIGNING = 32;
  private static final BigInteger GROUP = BigInteger.valueOf(100_000);
  private static final int GROUPS = 6;

  /**
   * Copies the bytes.
   *
   * @throws CryptoRefusal {@code BAD_KEY} if a length is wrong
   */
  public PartyPublicKey {
    if (encryption.length != Hpke.PUBLIC_KEY || signing.length != SIGNING) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BAD_KEY);
    }
    encryption = encryption.clone();
    signing = signing.clone();
  }

  /**
   * Reads 1250 bytes: version, suite, encryption key, signing key.
   *
   * @throws CryptoRefusal if they are anything else
   */
  public static PartyPublicKey decode(byte[] encoded) {
    if (encoded.length != 2 + Hpke.PUBLIC_KEY + SIGNING) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
    if (encoded[0] != VERSION) {
      throw new CryptoRefusal(CryptoRefusal.Reason.UNKNOWN_VERSION);
    }
    var split = 2 + Hpke.PUBLIC_KEY;
    return new PartyPublicKey(
        Suite.of(encoded[1]),
        Arrays.copyOfRange(encoded, 2, split),
        Arrays.copyOfRange(encoded, split, encoded.length));
  }

  /** 1250 bytes: version, suite, encryption key, signing key. */
  public byte[] encoded() {
    var encoded = new byte[2 + Hpke.PUBLIC_KEY + SIGNING];
    encoded[0] = VERSION;
    encoded[1] = suite.id();
    System.arraycopy(encryption, 0, encoded, 2, Hpke.PUBLIC_KEY);
    System.arraycopy(signing, 0, encoded, 2 + Hpke.PUBLIC_KEY, SIGNING);
    return encoded;
  }

  /** The first 16 bytes of the SHA-256 of the encoded key. */
  public KeyId id() {
    return new KeyId(Arrays.copyOf(Primitives.sha256(encoded()), KeyId.SIZE));
  }

  /**
   * What people compare: 30 digits in 6 groups of 5, 99.7 bit, the hash as a number in base
   * 100,000.
   */
  public String fingerprint() {
    var hash = Primitives.sha256(Tlv.of("fingerprint").bytes(encoded()).encoded());
    var rest = new BigInteger(1, hash);
    var groups = new String[GROUPS];
    for (var i = 0; i < GROUPS; i++) {
      groups[i] = "%05d".formatted(rest.mod(GROUP).intValue());
      rest = rest.divide(GROUP);
    }
    return String.join(" ", groups);
  }

  @Override
  public byte[] encryption() {
    return encryption.clone();
  }

  @Override
  public byte[] signing() {
    return signing.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PartyPublicKey that && Arrays.equals(encoded(), that.encoded());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded());
  }

  @Override
  public String toString() {
    return id().hex();
  }
}
