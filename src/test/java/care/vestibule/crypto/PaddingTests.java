package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaddingTests {

  @Test
  void everyLengthIsPaddedToTheNextMultipleOf64AndComesBack() {
    for (var length = 0; length < 200; length++) {
      var plaintext = new byte[length];
      Arrays.fill(plaintext, (byte) 0x80);
      var padded = Padding.pad(plaintext);

      assertThat(padded).hasSize((length / 64 + 1) * 64);
      assertThat(Padding.strip(padded)).isEqualTo(plaintext);
    }
  }

  @Test
  void thereIsNoOtherPadding() {
    var padded = Padding.pad(new byte[5]);
    for (var wrong :
        new byte[][] {
          {}, new byte[64], Arrays.copyOf(padded, 63), Arrays.copyOf(padded, 128), {(byte) 0x80}
        }) {
      assertThat(reasonOf(() -> Padding.strip(wrong))).isEqualTo(NOT_CANONICAL);
    }
    padded[63] = 1;
    assertThat(reasonOf(() -> Padding.strip(padded))).isEqualTo(NOT_CANONICAL);
  }
}
