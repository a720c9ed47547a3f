package care.vestibule.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Computes the hash of one row.
 *
 * <p>SHA-256 over the former hash (32 bytes) and, each with a one-byte tag and a four-byte length,
 * clinic, position, time in microseconds, actor, action, subject and detail code. The lengths keep
 * neighbouring fields from running into each other.
 */
final class ChainLink {

  private ChainLink() {}

  static byte[] hash(byte[] previous, UUID clinic, long position, Instant at, List<String> parts) {
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    var fields = new ArrayList<String>();
    fields.addAll(List.of(clinic.toString(), Long.toString(position), Long.toString(micros)));
    fields.addAll(parts);
    return sha256(concatenate(previous, fields));
  }

  private static byte[] concatenate(byte[] previous, List<String> fields) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(previous);
      for (int tag = 0; tag < fields.size(); tag++) {
        var value = fields.get(tag).getBytes(StandardCharsets.UTF_8);
        out.writeByte(tag + 1);
        out.writeInt(value.length);
        out.write(value);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
