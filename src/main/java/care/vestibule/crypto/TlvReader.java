package care.vestibule.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Reads what {@link Tlv} writes, and nothing else. */
final class TlvReader {

  private final ByteBuffer in;
  private int tag;

  TlvReader(byte[] encoded, String purpose) {
    in = ByteBuffer.wrap(encoded);
    require(new String(bytes(), StandardCharsets.UTF_8).equals("vestibule/v1/" + purpose));
  }

  byte[] bytes() {
    tag++;
    require(in.remaining() >= 5 && in.get() == tag);
    var length = in.getInt();
    require(length >= 0 && length <= in.remaining());
    var value = new byte[length];
    in.get(value);
    return value;
  }

  byte[] bytes(int size) {
    var value = bytes();
    require(value.length == size);
    return value;
  }

  UUID uuid() {
    var buffer = ByteBuffer.wrap(bytes(16));
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  byte octet() {
    return bytes(1)[0];
  }

  int number() {
    return ByteBuffer.wrap(bytes(4)).getInt();
  }

  Instant time() {
    return Instant.EPOCH.plus(ByteBuffer.wrap(bytes(8)).getLong(), ChronoUnit.MICROS);
  }

  int position() {
    return in.position();
  }

  void end() {
    require(!in.hasRemaining());
  }

  private static void require(boolean canonical) {
    if (!canonical) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
  }
}
