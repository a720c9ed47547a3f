package care.vestibule.crypto;

import static care.vestibule.crypto.InteropCase.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file comes from {@code npm run vectors} in the frontend's directory. */
class WrittenByBrowserTests {

  private static final Path FILE = Path.of("src/test/resources/crypto/written-by-browser.json");

  static List<JsonNode> written() throws IOException {
    var cases = JsonMapper.shared().readTree(Files.readString(FILE));
    assertThat(cases.size()).isEqualTo(30);
    return List.copyOf(cases.values());
  }

  @ParameterizedTest
  @MethodSource("written")
  void whatTheBrowserSealedOpensHere(JsonNode one) {
    assertThat(InteropCase.resultOf(one)).isEqualTo("opened");
  }

  @ParameterizedTest
  @MethodSource("written")
  void whatTheBrowserClaimsAndSignsIsBelieved(JsonNode one) {
    var claimed = one.get("claim");
    var key = PartyPublicKey.decode(bytes(claimed, "publicKey"));
    var claim = new KeyClaim(uuid(claimed, "clinic"), uuid(claimed, "invitation"), 4, key);

    assertThat(claim.isProvenBy(bytes(claimed, "mac"), bytes(claimed, "bind"))).isTrue();
    assertThat(claim.isSignedBy(bytes(claimed, "signature"))).isTrue();
    assertThat(key.fingerprint()).isEqualTo(claimed.get("fingerprint").asString());
    assertThat(key.id().hex()).isEqualTo(claimed.get("keyId").asString());
    var login = one.get("login");
    assertThat(
            LoginChallenge.isAnsweredBy(
                key,
                login.get("baseUrl").asString(),
                bytes(login, "nonce"),
                bytes(login, "signature")))
        .isTrue();
  }

  private static UUID uuid(JsonNode node, String name) {
    return UUID.fromString(node.get(name).asString());
  }
}
