package care.vestibule.crypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** One small or large change of bytes, as chance or somebody who knows the format would make it. */
final class Mutation {

  private static final int[] NUMBERS = {0, 1, 2, 0x7f, 0x80, 0xff, 16, 32, 64};

  private Mutation() {}

  static byte[] of(byte[] original, Random random) {
    var bytes = original.clone();
    var at = random.nextInt(bytes.length);
    // The heads of formats are short, and worth more tries than their share of the bytes.
    var early = random.nextInt(Math.min(bytes.length, 64));
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 1 -> bytes[early] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 2 -> bytes[early] = (byte) NUMBERS[random.nextInt(NUMBERS.length)];
      case 3 -> bytes = Arrays.copyOf(bytes, at);
      case 4 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(100));
      case 5 -> bytes = spliced(bytes, random);
      case 6 -> swap(bytes, at, random.nextInt(bytes.length));
      default -> Arrays.fill(bytes, early, Math.min(bytes.length, early + 4), (byte) 0xff);
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, Random random) {
    var from = random.nextInt(bytes.length);
    var length = random.nextInt(bytes.length - from + 1);
    var to = random.nextInt(bytes.length);
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.write(bytes, from, length);
    if (random.nextBoolean()) {
      out.write(bytes, to, bytes.length - to);
    }
    return out.toByteArray();
  }

  private static void swap(byte[] bytes, int first, int second) {
    var kept = bytes[first];
    bytes[first] = bytes[second];
    bytes[second] = kept;
  }
}
