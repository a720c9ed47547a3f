package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Random;

/** Chance that is the same every time, so that a test can say which bytes come out. */
final class SeededRandom extends SecureRandom {

  private static final long serialVersionUID = 1;

  private final Random random;

  SeededRandom(long seed) {
    random = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
