package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * A code a person carries: it finds the sealed private keys and opens them.
 *
 * <p>Name and key are derived from it, each by itself; who knows the name, as the portal does, is
 * no nearer to the key. It needs no slow hash, because it is chance and not a word somebody chose.
 */
public final class BackupCode implements AutoCloseable {

  /** What a code is for; codes of one kind open nothing of the other. */
  public enum Kind {
    /** Printed and kept: 160 bits, 33 characters. */
    RECOVERY("recovery", 20),
    /** Shown by one device to the next, as a QR code: 120 bits, 25 characters. */
    TRANSFER("transfer", 15);

    private final String word;
    private final int size;

    Kind(String word, int size) {
      this.word = word;
      this.size = size;
    }

    private String label(String what) {
      return "vestibule/v1/" + word + what;
    }
  }

  private final Kind kind;
  private final Secret secret;

  private BackupCode(Kind kind, Secret secret) {
    this.kind = kind;
    this.secret = secret;
  }

  /** Makes a new code. */
  public static BackupCode generate(Kind kind, SecureRandom random) {
    return new BackupCode(kind, Secret.random(random, kind.size));
  }

  /**
   * Reads a code as somebody typed it; the characters are the caller's to wipe.
   *
   * @throws CryptoRefusal {@code MISTYPED} if a character is unknown, missing, too many or wrong
   */
  public static BackupCode parse(Kind kind, char[] typed) {
    return new BackupCode(kind, Secret.take(Crockford.decode(typed, kind.size)));
  }

  /** The characters without hyphens; the caller wipes them. */
  public char[] text() {
    return Crockford.encode(secret.bytes());
  }

  /** Under which name the sealed keys lie: 16 bytes that say nothing about the key. */
  public byte[] id() {
    return Hkdf.derive(secret.bytes(), info("-id"), KeyId.SIZE);
  }

  /**
   * Seals private keys for the clinic they belong to; the result can lie anywhere.
   *
   * <p>Bytes: those of AES-256-GCM around the encoded private keys: 106 with X-Wing.
   */
  public byte[] seal(UUID clinic, PartyKeyPair keys, SecureRandom random) {
    var key = key();
    var plaintext = keys.encoded();
    try {
      return AesGcm.seal(key, associatedData(clinic), plaintext, random);
    } finally {
      Arrays.fill(key, (byte) 0);
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  /**
   * Opens what was sealed with the same code for the same clinic.
   *
   * @throws CryptoRefusal if any bit differs, or what is inside are no keys
   */
  public PartyKeyPair open(UUID clinic, byte[] sealed) {
    var key = key();
    try {
      var plaintext = AesGcm.open(key, associatedData(clinic), sealed);
      try {
        return PartyKeyPair.decode(plaintext);
      } finally {
        Arrays.fill(plaintext, (byte) 0);
      }
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private byte[] key() {
    return Hkdf.derive(secret.bytes(), info("-key"), AesGcm.KEY_SIZE);
  }

  private byte[] info(String what) {
    return kind.label(what).getBytes(StandardCharsets.UTF_8);
  }

  /** The name in it commits to the code: GCM alone could be made to open under two keys. */
  private byte[] associatedData(UUID clinic) {
    return TlvWriter.labelled(kind.label("")).uuid(2, clinic).bytes(3, id()).toBytes();
  }

  /** Wipes the code. */
  @Override
  public void close() {
    secret.close();
  }
}
