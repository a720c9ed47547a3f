package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.MISTYPED;

import java.util.Arrays;

/**
 * Base 32 in the alphabet of Douglas Crockford, with his check character: made to be read aloud.
 *
 * <p>Reads lower case as upper case, I and L as 1, O as 0, and skips spaces and hyphens. Works on
 * characters and not on texts, which could not be wiped.
 */
final class Crockford {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String CHECKS = DIGITS + "*~$=U";
  private static final int BITS = 5;

  private Crockford() {}

  /** Writes bytes, a multiple of 5, and the check character: 8 characters per 5 bytes, and one. */
  static char[] encode(byte[] bytes) {
    var length = bytes.length * Byte.SIZE / BITS;
    var text = new char[length + 1];
    for (var i = 0; i < length; i++) {
      text[i] = DIGITS.charAt(digit(bytes, i));
    }
    text[length] = CHECKS.charAt(check(bytes));
    return text;
  }

  /**
   * Reads what {@link #encode} wrote, however somebody typed it.
   *
   * @throws CryptoRefusal if it has another length, an unknown character or the wrong check
   */
  static byte[] decode(char[] text, int size) {
    var characters = new char[size * Byte.SIZE / BITS + 1];
    try {
      fill(characters, text);
      return read(characters, size);
    } finally {
      Arrays.fill(characters, '0');
    }
  }

  private static void fill(char[] characters, char[] text) {
    var count = 0;
    for (var typed : text) {
      if (typed == ' ' || typed == '-') {
        continue;
      }
      if (count == characters.length) {
        throw new CryptoRefusal(MISTYPED);
      }
      characters[count++] = meant(typed);
    }
    if (count < characters.length) {
      throw new CryptoRefusal(MISTYPED);
    }
  }

  private static char meant(char typed) {
    var upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
    return switch (upper) {
      case 'I', 'L' -> '1';
      case 'O' -> '0';
      default -> upper;
    };
  }

  private static byte[] read(char[] characters, int size) {
    var bytes = new byte[size];
    for (var i = 0; i < characters.length - 1; i++) {
      var digit = DIGITS.indexOf(characters[i]);
      if (digit < 0) {
        Arrays.fill(bytes, (byte) 0);
        throw new CryptoRefusal(MISTYPED);
      }
      put(bytes, i, digit);
    }
    if (CHECKS.indexOf(characters[characters.length - 1]) != check(bytes)) {
      Arrays.fill(bytes, (byte) 0);
      throw new CryptoRefusal(MISTYPED);
    }
    return bytes;
  }

  private static int digit(byte[] bytes, int index) {
    var digit = 0;
    for (var bit = index * BITS; bit < (index + 1) * BITS; bit++) {
      digit = digit << 1 | (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1);
    }
    return digit;
  }

  private static void put(byte[] bytes, int index, int digit) {
    for (var i = 0; i < BITS; i++) {
      var bit = index * BITS + i;
      var isSet = digit >> (BITS - 1 - i) & 1;
      bytes[bit / Byte.SIZE] |= (byte) (isSet << (Byte.SIZE - 1 - bit % Byte.SIZE));
    }
  }

  /** The number the bytes are, modulo 37. */
  private static int check(byte[] bytes) {
    var remainder = 0;
    for (var value : bytes) {
      remainder = (remainder * 256 + Byte.toUnsignedInt(value)) % CHECKS.length();
    }
    return remainder;
  }
}
