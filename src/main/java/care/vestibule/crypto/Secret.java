package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/** Bytes that are wiped when they are closed, never shown, never compared in variable time. */
final class Secret implements AutoCloseable {

  private final byte[] bytes;
  private volatile boolean open = true;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  static Secret copyOf(byte[] bytes, int size) {
    if (bytes.length != size) {
      throw new CryptoRefusal(CryptoRefusal.Reason.WRONG_LENGTH);
    }
    return new Secret(bytes.clone());
  }

  /** Takes the bytes over: closing wipes the caller's own array. */
  static Secret take(byte[] bytes) {
    return new Secret(bytes);
  }

  static Secret random(SecureRandom random, int size) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    return new Secret(bytes);
  }

  /** The bytes themselves, not a copy. */
  byte[] bytes() {
    if (!open) {
      throw new IllegalStateException("The key was wiped");
    }
    return bytes;
  }

  @Override
  public void close() {
    open = false;
    Arrays.fill(bytes, (byte) 0);
  }
}
