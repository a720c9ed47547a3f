package care.vestibule.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same vectors, asked of the browser where its API can be asked them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChromiumWycheproofTests {

  private CryptoPage chromium;

  @BeforeAll
  void open() throws IOException {
    Wycheproof.text("README.md");
    chromium = CryptoPage.open();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aes_gcm_test.json, 209",
    "rsa_oaep_3072_sha256_mgf1sha256_test.json, 37",
    "rsa_oaep_misc_test.json, 83",
    "x25519_test.json, 518",
    "x25519_jwk_test.json, 531",
    "ed25519_test.json, 151",
    "hkdf_sha256_test.json, 86",
    "hmac_sha256_test.json, 174",
    "mlkem_768_test.json, 193",
    "mlkem_768_keygen_seed_test.json, 100",
    "mlkem_768_encaps_test.json, 132",
  })
  void theBrowserAnswersEveryCaseItCanBeAsked(String file, int asked) {
    chromium.serve("/wycheproof/" + file, Wycheproof.text(file));

    var result = chromium.ask("wycheproof", file);

    assertThat(result.get("wrong").values()).isEmpty();
    assertThat(result.get("asked").asInt()).isEqualTo(asked);
  }
}
