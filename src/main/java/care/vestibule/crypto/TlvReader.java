package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.TRAILING_BYTES;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_VERSION;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Reads exactly what {@link TlvWriter} writes: fields by tag, in order, of an expected length. */
final class TlvReader {

  static final int FIELD_HEAD = 1 + Integer.BYTES;

  private final ByteBuffer in;

  TlvReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /** Reads the version byte and refuses every other than the given one. */
  TlvReader version(int version) {
    if (octet() != version) {
      throw new CryptoRefusal(UNKNOWN_VERSION);
    }
    return this;
  }

  int octet() {
    if (!in.hasRemaining()) {
      throw new CryptoRefusal(TRUNCATED);
    }
    return in.get() & 0xff;
  }

  boolean nextIs(int tag) {
    return in.hasRemaining() && (in.get(in.position()) & 0xff) == tag;
  }

  byte[] bytes(int tag, int length) {
    return bytes(tag, length, length);
  }

  /** Reads a field of at least and at most so many bytes. */
  byte[] bytes(int tag, int least, int most) {
    if (in.remaining() < FIELD_HEAD) {
      throw new CryptoRefusal(TRUNCATED);
    }
    if (octet() != tag) {
      throw new CryptoRefusal(UNEXPECTED_FIELD);
    }
    var length = in.getInt();
    if (length < least || length > most) {
      throw new CryptoRefusal(WRONG_LENGTH);
    }
    if (in.remaining() < length) {
      throw new CryptoRefusal(TRUNCATED);
    }
    var value = new byte[length];
    in.get(value);
    return value;
  }

  UUID uuid(int tag) {
    var value = ByteBuffer.wrap(bytes(tag, 2 * Long.BYTES));
    return new UUID(value.getLong(), value.getLong());
  }

  long int64(int tag) {
    return ByteBuffer.wrap(bytes(tag, Long.BYTES)).getLong();
  }

  int position() {
    return in.position();
  }

  void end() {
    if (in.hasRemaining()) {
      throw new CryptoRefusal(TRAILING_BYTES);
    }
  }
}
