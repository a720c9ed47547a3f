package care.vestibule.crypto;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.StringJoiner;

/** Turns a public key into digits people can read to each other in any language. */
final class Fingerprint {

  private static final int GROUPS = 6;
  private static final int BYTES_PER_GROUP = 5;
  private static final long DIGITS_PER_GROUP = 100_000;

  private Fingerprint() {}

  /** Each group is a 40-bit number modulo 100000, so that no digit is noticeably favoured. */
  static String of(PartyPublicKey key) {
    var hash = ByteBuffer.wrap(hash("vestibule/v1/fingerprint", key));
    var groups = new StringJoiner(" ");
    for (var group = 0; group < GROUPS; group++) {
      var number = 0L;
      for (var i = 0; i < BYTES_PER_GROUP; i++) {
        number = (number << Byte.SIZE) + Byte.toUnsignedInt(hash.get());
      }
      groups.add(String.format(Locale.ROOT, "%05d", number % DIGITS_PER_GROUP));
    }
    return groups.toString();
  }

  static byte[] hash(String label, PartyPublicKey key) {
    return Sha256.of(TlvWriter.labelled(label).bytes(2, key.encoded()).toBytes());
  }
}
