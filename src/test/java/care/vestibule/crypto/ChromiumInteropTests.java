package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Five hundred of each suite, each way, and what must not open for the same reason on both sides.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChromiumInteropTests {

  private static final int CASES = 500;
  private static final int NEGATIVES_FROM_JAVA = 7;
  private static final int NEGATIVES_FROM_BROWSER = 4;

  private CryptoPage chromium;

  @BeforeAll
  void open() throws IOException {
    chromium = CryptoPage.open();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"X_WING, preferred", "X_WING, javascript", "RSA_OAEP, preferred"})
  void whatJavaSealedOpensInTheBrowserAndWhatWasChangedIsRefused(Suite suite, String way) {
    var cases = new ArrayList<Map<String, Object>>();
    for (var number = 0; number < CASES; number++) {
      var sealed = InteropCase.sealed(suite, number);
      cases.add(sealed.fields());
      for (var negative : sealed.negatives()) {
        var reason = InteropCase.resultOf(JsonMapper.shared().valueToTree(negative));
        assertThat(reason).isNotEqualTo("opened");
        negative.put("reason", reason);
        cases.add(negative);
      }
    }
    chromium.serve("/cases", JsonMapper.shared().writeValueAsString(cases));

    var result = chromium.ask("openCases", "/cases", way);

    assertThat(result.get("surprises").values()).isEmpty();
    assertThat(result.get("right").asInt()).isEqualTo(CASES * (1 + NEGATIVES_FROM_JAVA));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheBrowserSealedOpensInJavaAndWhatWasChangedIsRefused(Suite suite) {
    var opened = 0;
    var refused = 0;
    var reasons = new TreeSet<String>();
    for (var one : chromium.ask("sealCases", suite.id(), CASES).values()) {
      var result = InteropCase.resultOf(one);
      if (one.has("reason")) {
        assertThat(result).isEqualTo(one.get("reason").asString()).isNotEqualTo("opened");
        reasons.add(result);
        refused++;
      } else {
        assertThat(result).isEqualTo("opened");
        opened++;
      }
    }
    assertThat(opened).isEqualTo(CASES);
    assertThat(refused).isEqualTo(CASES * NEGATIVES_FROM_BROWSER);
    assertThat(reasons).contains("NOT_SIGNED", "NOT_AUTHENTIC", "TRUNCATED", "UNKNOWN_VERSION");
  }
}
