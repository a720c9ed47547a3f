package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FuzzedDecoderTests {

  @ParameterizedTest
  @EnumSource
  void aDecoderReadsItsExampleAndMeetsChanceWithRefusalsOnly(FuzzedDecoder decoder) {
    var random = new Random(9);
    var example = decoder.example();
    assertThat(decoder.reads(example)).isTrue();
    for (var i = 0; i < 200; i++) {
      decoder.reads(Mutation.of(example, random));
      var noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(decoder.reads(noise)).isFalse();
    }
  }
}
