package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRAILING_BYTES;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Reads the few shapes of DER (X.690) a public key is made of, in their one spelling. */
final class DerReader {

  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int SEQUENCE = 0x30;

  private static final int LONG_FORM = 0x80;

  private final ByteBuffer in;

  DerReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  byte[] value(int tag) {
    if (octet() != tag) {
      throw new CryptoRefusal(UNEXPECTED_FIELD);
    }
    var length = length();
    if (in.remaining() < length) {
      throw new CryptoRefusal(TRUNCATED);
    }
    var value = new byte[length];
    in.get(value);
    return value;
  }

  DerReader sequence() {
    return new DerReader(value(SEQUENCE));
  }

  DerReader bits() {
    var bits = new DerReader(value(BIT_STRING));
    if (bits.octet() != 0) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    return bits;
  }

  BigInteger positive() {
    var bytes = value(INTEGER);
    if (bytes.length == 0 || bytes[0] < 0 || (bytes.length > 1 && bytes[0] == 0 && bytes[1] >= 0)) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    return new BigInteger(bytes);
  }

  void end() {
    if (in.hasRemaining()) {
      throw new CryptoRefusal(TRAILING_BYTES);
    }
  }

  /** Two bytes of length are enough for every key that is accepted. */
  private int length() {
    var first = octet();
    if (first < LONG_FORM) {
      return first;
    }
    var length = octet();
    if (first == LONG_FORM + 2) {
      length = (length << Byte.SIZE) + octet();
    } else if (first != LONG_FORM + 1) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    if (length < LONG_FORM || (first == LONG_FORM + 2 && length < 1 << Byte.SIZE)) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    return length;
  }

  private int octet() {
    if (!in.hasRemaining()) {
      throw new CryptoRefusal(TRUNCATED);
    }
    return in.get() & 0xff;
  }
}
