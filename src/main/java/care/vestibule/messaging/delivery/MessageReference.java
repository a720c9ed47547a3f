package care.vestibule.messaging.delivery;

import care.vestibule.messaging.MessageKey;
import care.vestibule.tenancy.ClinicId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a message is called to the outside: 16 bytes of the SHA-256 of its clinic and key.
 *
 * <p>The same at every attempt, so that two copies of one e-mail are one to a mail program.
 */
record MessageReference(String hex) {

  static MessageReference of(ClinicId clinic, MessageKey key) {
    var text =
        String.join(
            "/",
            clinic.toString(),
            key.subject().toString(),
            Integer.toString(key.generation()),
            key.channel().name(),
            key.kind().name(),
            Integer.toString(key.sequence()));
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return new MessageReference(HexFormat.of().formatHex(Arrays.copyOf(hash, 16)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of the lock two senders of the same message compete for. */
  long lock() {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).getLong();
  }
}
