package care.vestibule.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Writes the canonical encoding every header and record has: fields in order, each one byte of tag
 * (counting from 1), four bytes of length, big-endian, and the bytes.
 */
final class Tlv {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int tag;

  static Tlv of(String purpose) {
    return new Tlv().text("vestibule/v1/" + purpose);
  }

  Tlv bytes(byte[] value) {
    tag++;
    out.write(tag);
    out.writeBytes(ByteBuffer.allocate(4).putInt(value.length).array());
    out.writeBytes(value);
    return this;
  }

  Tlv text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  Tlv uuid(UUID value) {
    return bytes(uuidBytes(value));
  }

  Tlv number(int value) {
    return bytes(ByteBuffer.allocate(4).putInt(value).array());
  }

  Tlv octet(byte value) {
    return bytes(new byte[] {value});
  }

  /** Microseconds since 1970, eight bytes. */
  Tlv time(Instant value) {
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, value);
    return bytes(ByteBuffer.allocate(8).putLong(micros).array());
  }

  byte[] encoded() {
    return out.toByteArray();
  }

  static byte[] uuidBytes(UUID value) {
    return ByteBuffer.allocate(16)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }
}
