package care.vestibule.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTextsTests {

  private static final Pattern KEY = Pattern.compile("#\\{(enrolment\\.[\\w.]+)}");

  @Test
  void thePageUsesEachTextAndNoOther() {
    var used =
        KEY.matcher(read("/templates/invitation/enrol.html"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).isEqualTo(keys("enrolment"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void everyLanguageHasEveryText(String language) {
    assertThat(keys("enrolment_" + language)).isEqualTo(keys("enrolment"));
  }

  private static Set<String> keys(String bundle) {
    var properties = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(
                EnrolmentTextsTests.class.getResourceAsStream(
                    "/messages/" + bundle + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static String read(String resource) {
    try (var stream = EnrolmentTextsTests.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
