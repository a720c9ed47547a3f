package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChromiumKeysTests {

  private static final String CLINIC = "8f3c1c0e-7b0a-4a83-9a52-0d7f5a1f9b11";

  private CryptoPage chromium;
  private JsonNode known;

  @BeforeAll
  void open() throws IOException {
    chromium = CryptoPage.open();
    known = JsonMapper.shared().valueToTree(KnownAnswers.read());
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void thisBrowserHasMlKemOfItsOwn() {
    assertThat(chromium.call("hasNativeXWing")).isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"'', preferred, native", "'', javascript, sealed", "rsa, preferred, rsa"})
  void keysSurviveAReloadAndStillOpenWhileNoScriptCanReadThem(
      String suite, String way, String kind) {
    var answers = suite.isEmpty() ? known : known.get(suite);
    var patient = answers.get("patient");
    var privateKeys = patient.get("privateKeys").asString();
    var keyId = patient.get("keyId").asString();

    assertThat(chromium.call("keep", CLINIC, privateKeys, way)).isEqualTo(kind);
    chromium.reload();

    assertThat(chromium.call("openWithKept", keyId, answers.get("record").asString()))
        .isEqualTo(answers.get("exchangeKey").asString());
    assertThat(chromium.call("readOut", keyId)).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/doctor", "/patient", "/rsa/doctor", "/rsa/patient"})
  void aFingerprintHasTheSameDigitsAsInJava(String party) {
    var answers = known.at(party);
    var key = PartyPublicKey.decode(InteropCase.bytes(answers, "publicKey"));

    assertThat(chromium.call("fingerprint", answers.get("publicKey").asString()))
        .isEqualTo(answers.get("fingerprint").asString())
        .isEqualTo(key.fingerprint());
  }

  @Test
  void aKeyNobodyCanHonestlyHaveMadeIsRefusedForTheSameReasonAsInJava() {
    for (var refused : known.get("refusedKeys").values()) {
      assertThat(chromium.call("refusalOf", refused.get("key").asString()))
          .isEqualTo(refused.get("reason").asString());
    }
  }

  @Test
  void onlyTheOneCanonicalWayOfWritingBytesIsRead() {
    assertThat(chromium.call("misread")).isEqualTo(List.of());
  }
}
