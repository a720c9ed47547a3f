package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownAnswersTests {

  @Test
  void everyFormatStillGivesTheBytesItGaveWhenTheFileWasWritten() throws IOException {
    assertThat(KnownAnswers.compute()).isEqualTo(KnownAnswers.read());
  }

  static List<Map<String, Object>> refused() {
    return RefusedKeys.all();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aKeyNobodyCanHonestlyHaveMadeIsRefusedWithItsReason(Map<String, Object> refused) {
    var key = Base64.getUrlDecoder().decode((String) refused.get("key"));

    assertThat(Refusals.reasonOf(() -> PartyPublicKey.decode(key)).name())
        .isEqualTo(refused.get("reason"));
  }
}
