package care.vestibule.crypto;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.BiPredicate;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of the project Wycheproof, in the directory given as {@code -Dwycheproof=DIR}. */
final class Wycheproof {

  private static final @Nullable String DIRECTORY = System.getProperty("wycheproof");

  static {
    if (DIRECTORY == null) {
      System.err.println("!!! NO -Dwycheproof=DIR: the vectors of Wycheproof are NOT RUN");
    }
  }

  private Wycheproof() {}

  /** The text of a file; without the directory the calling test is skipped. */
  static String text(String file) {
    assumeTrue(DIRECTORY != null, "no directory of vectors");
    try {
      return Files.readString(Path.of(String.valueOf(DIRECTORY), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs every case of a file and checks that there are as many as are known to be in it.
   *
   * @param isValid says whether the group's case is as it should be; a refusal is a no
   */
  static void eachCase(String file, int cases, BiPredicate<JsonNode, JsonNode> isValid) {
    var ran = 0;
    var softly = new SoftAssertions();
    for (var group : JsonMapper.shared().readTree(text(file)).get("testGroups").values()) {
      for (var vector : group.get("tests").values()) {
        var result = vector.get("result").asString();
        var answer = answer(group, vector, isValid);
        // What is merely acceptable may be refused, but an answer given must be the right one.
        if (!result.equals("acceptable")) {
          softly
              .assertThat(answer)
              .as("%s %s %s", file, vector.get("tcId"), vector.path("comment").asString())
              .isEqualTo(result.equals("valid"));
        }
        ran++;
      }
    }
    softly.assertThat(ran).isEqualTo(cases);
    softly.assertAll();
  }

  private static boolean answer(
      JsonNode group, JsonNode vector, BiPredicate<JsonNode, JsonNode> isValid) {
    try {
      return isValid.test(group, vector);
    } catch (CryptoRefusal refusal) {
      return false;
    }
  }

  static byte[] bytes(JsonNode node, String name) {
    return HexFormat.of().parseHex(node.get(name).asString());
  }
}
