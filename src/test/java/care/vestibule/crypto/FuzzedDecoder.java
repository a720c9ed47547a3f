package care.vestibule.crypto;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every reader of bytes that come from outside, with an input it accepts to begin with. */
enum FuzzedDecoder {
  PUBLIC_KEY(
      () -> new SampleEntity(1).patient.publicKey().encoded(),
      bytes -> requireSame(bytes, PartyPublicKey.decode(bytes).encoded())),
  RSA_PUBLIC_KEY(
      () -> new SampleEntity(1, Suite.RSA_OAEP).patient.publicKey().encryption(),
      RsaPublicKeys::modulusOf),
  PRIVATE_KEYS(
      () -> new SampleEntity(1).patient.encoded(),
      bytes -> {
        try (var keys = PartyKeyPair.decode(bytes)) {
          requireSame(bytes, keys.encoded());
        }
      }),
  RSA_PRIVATE_KEYS(
      () -> new SampleEntity(1, Suite.RSA_OAEP).patient.encoded(),
      bytes -> {
        try (var keys = PartyKeyPair.decode(bytes)) {
          requireSame(bytes, keys.encoded());
        }
      }),
  EXCHANGE_RECORD(
      () -> new SampleEntity(1).record,
      bytes -> requireSame(bytes, ExchangeRecord.decode(bytes).encoded())),
  SHARE_MANIFEST(
      () -> new SampleManifests(1).second.encoded(),
      bytes -> requireSame(bytes, ShareManifest.decode(bytes).encoded())),
  CONTENT_ENVELOPE(
      () -> new SampleEntity(1).envelope,
      bytes -> {
        var sealed = new SampleEntity(1);
        ContentEnvelope.open(sealed.contentKey, sealed.entity, bytes);
      }),
  WRAPPED_KEY(
      () -> new SampleEntity(1).wrapped,
      bytes -> {
        var sealed = new SampleEntity(1);
        sealed.exchangeKey.unwrap(bytes, sealed.delegation);
      }),
  PADDING(
      () -> Padding.pad(SampleEntity.PLAINTEXT),
      bytes -> requireSame(bytes, Padding.pad(Padding.strip(bytes)))),
  TYPED_CODE(
      () -> characters(BackupCode.generate(BackupCode.Kind.RECOVERY, new SeededRandom(1)).text()),
      bytes -> BackupCode.parse(BackupCode.Kind.RECOVERY, typed(bytes)).close()),
  SEALED_KEYS(
      () -> code().seal(new UUID(0, 1), new SampleEntity(1).patient, new SeededRandom(2)),
      bytes -> code().open(new UUID(0, 1), bytes).close());

  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<byte[]> example;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Consumer<byte[]> reader;

  FuzzedDecoder(Supplier<byte[]> example, Consumer<byte[]> reader) {
    this.example = example;
    this.reader = reader;
  }

  byte[] example() {
    return example.get();
  }

  /** Reads the bytes; a refusal is an answer, and any other exception comes through. */
  boolean reads(byte[] bytes) {
    try {
      reader.accept(bytes);
      return true;
    } catch (CryptoRefusal refusal) {
      return false;
    }
  }

  private static void requireSame(byte[] read, byte[] written) {
    if (!Arrays.equals(read, written)) {
      throw new AssertionError("Two spellings of the same thing");
    }
  }

  private static BackupCode code() {
    return BackupCode.generate(BackupCode.Kind.RECOVERY, new SeededRandom(1));
  }

  private static char[] typed(byte[] bytes) {
    var typed = new char[bytes.length];
    for (var i = 0; i < bytes.length; i++) {
      typed[i] = (char) Byte.toUnsignedInt(bytes[i]);
    }
    return typed;
  }

  private static byte[] characters(char[] text) {
    var bytes = new byte[text.length];
    for (var i = 0; i < text.length; i++) {
      bytes[i] = (byte) text[i];
    }
    return bytes;
  }
}
