package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The secret one delegator and one delegate share; it wraps the content keys given from one to the
 * other.
 *
 * <p>32 bytes, sealed to public keys in an {@link ExchangeRecord}. The wrapping key is derived from
 * it, so that the secret can grow other uses without touching this one.
 */
public final class ExchangeKey implements AutoCloseable {

  static final int SIZE = 32;

  private static final byte[] WRAP_INFO = "vestibule/v1/wrap".getBytes(StandardCharsets.UTF_8);

  private final Secret secret;
  private final Secret wrapping;

  private ExchangeKey(Secret secret) {
    this.secret = secret;
    var derived = Hkdf.derive(secret.bytes(), WRAP_INFO, AesGcm.KEY_SIZE);
    this.wrapping = Secret.copyOf(derived, AesGcm.KEY_SIZE);
    Arrays.fill(derived, (byte) 0);
  }

  /** Makes a new key. */
  public static ExchangeKey generate(SecureRandom random) {
    return new ExchangeKey(Secret.random(random, SIZE));
  }

  /**
   * The key of an exchange whose record its delegator cannot be among the recipients of, because
   * the delegate's key is of another suite: the delegator derives it anew each time.
   */
  public static ExchangeKey derive(PartyKeyPair delegator, ExchangeHeader header) {
    var info = header.writeTo(TlvWriter.labelled("vestibule/v1/own-exchange"), 2).toBytes();
    var seed = delegator.signingSeed();
    var derived = Hkdf.derive(seed, info, SIZE);
    try {
      return of(derived);
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(derived, (byte) 0);
    }
  }

  static ExchangeKey of(byte[] bytes) {
    return new ExchangeKey(Secret.copyOf(bytes, SIZE));
  }

  byte[] bytes() {
    return secret.bytes();
  }

  /**
   * Wraps a content key for the place the header describes: 62 bytes.
   *
   * @throws CryptoRefusal if the header names another content key
   */
  public byte[] wrap(ContentKey key, DelegationHeader header, SecureRandom random) {
    requireNamed(key, header);
    return AesGcm.seal(wrapping.bytes(), header.associatedData(), key.bytes(), random);
  }

  /**
   * Unwraps what was wrapped for the same place.
   *
   * @throws CryptoRefusal if any bit differs, or the key inside is not the one the header names
   */
  public ContentKey unwrap(byte[] wrapped, DelegationHeader header) {
    if (wrapped.length != AesGcm.OVERHEAD + AesGcm.KEY_SIZE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.WRONG_LENGTH);
    }
    var bytes = AesGcm.open(wrapping.bytes(), header.associatedData(), wrapped);
    try {
      return requireNamed(ContentKey.of(bytes), header);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static ContentKey requireNamed(ContentKey key, DelegationHeader header) {
    if (!key.id().equals(header.contentKey())) {
      throw new CryptoRefusal(CryptoRefusal.Reason.WRONG_KEY);
    }
    return key;
  }

  /** Wipes the key. */
  @Override
  public void close() {
    wrapping.close();
    secret.close();
  }
}
