package care.vestibule.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes fields as tag (1 byte), length (4 bytes, big endian) and value, in the order given. */
final class TlvWriter {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

  /**
   * Starts a context: associated data, or what is signed, MACed or derived from.
   *
   * <p>The label is the first field, so that bytes made for one purpose never serve another.
   */
  static TlvWriter labelled(String label) {
    return new TlvWriter().text(1, label);
  }

  /** Starts a format with its version and suite or cipher byte. */
  static TlvWriter versioned(int version, int suite) {
    var writer = new TlvWriter();
    writer.out.write(version);
    writer.out.write(suite);
    return writer;
  }

  TlvWriter bytes(int tag, byte... value) {
    out.write(tag);
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
    out.writeBytes(value);
    return this;
  }

  TlvWriter text(int tag, String value) {
    return bytes(tag, value.getBytes(StandardCharsets.UTF_8));
  }

  TlvWriter uuid(int tag, UUID value) {
    var buffer = ByteBuffer.allocate(2 * Long.BYTES);
    buffer.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    return bytes(tag, buffer.array());
  }

  TlvWriter int32(int tag, int value) {
    return bytes(tag, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  TlvWriter int64(int tag, long value) {
    return bytes(tag, ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
