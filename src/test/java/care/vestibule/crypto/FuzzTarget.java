package care.vestibule.crypto;

import org.jspecify.annotations.Nullable;

/** What the fuzzer calls with its inputs; the decoder's name is its one argument. */
public final class FuzzTarget {

  private static @Nullable FuzzedDecoder decoder;

  private FuzzTarget() {}

  /** Called once, before the first input. */
  public static void fuzzerInitialize(String[] arguments) {
    decoder = FuzzedDecoder.valueOf(arguments[0]);
  }

  /** Called with every input; only a refusal is caught. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (decoder != null) {
      decoder.reads(input);
    }
  }
}
