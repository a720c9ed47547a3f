package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;

import java.util.Arrays;

/**
 * Hides the exact length of a plaintext: one byte 0x80, then zeros up to a multiple of 64 bytes.
 */
final class Padding {

  private static final int BUCKET = 64;
  private static final byte MARK = (byte) 0x80;

  private Padding() {}

  static byte[] pad(byte[] plaintext) {
    var padded = Arrays.copyOf(plaintext, (plaintext.length / BUCKET + 1) * BUCKET);
    padded[plaintext.length] = MARK;
    return padded;
  }

  static byte[] strip(byte[] padded) {
    if (padded.length == 0 || padded.length % BUCKET != 0) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    var end = padded.length - 1;
    while (end > padded.length - BUCKET && padded[end] == 0) {
      end--;
    }
    if (padded[end] != MARK) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    return Arrays.copyOf(padded, end);
  }
}
