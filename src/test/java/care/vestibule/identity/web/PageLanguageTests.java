package care.vestibule.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.MessageBundles;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

@IdentityTest
class PageLanguageTests {

  private final TestVisitor visitor;

  PageLanguageTests(@LocalServerPort int port) {
    visitor = new TestVisitor(port);
  }

  @ParameterizedTest
  @CsvSource({
    "de-CH, de",
    "fr, fr",
    "es-MX, es",
    "en-GB, en",
    "tr, en",
    "'tr, fr;q=0.5', fr",
    "'', en",
  })
  void aPageIsWrittenInALanguageOfItsReaderAndSaysWhich(String wish, String language) {
    var texts = MessageBundles.read("identity", language.equals("en") ? "" : language);
    for (var path : new String[] {"/my/login", "/my/restore", "/login"}) {
      var page = visitor.get(path, "Accept", "text/html", "Accept-Language", wish).body();

      assertThat(page).contains("<html lang=\"" + language + "\"");
      assertThat(page).doesNotContain("??");
    }
    assertThat(visitor.get("/my/login", "Accept", "text/html", "Accept-Language", wish).body())
        .contains("<h1>" + texts.get("identity.my.title") + "</h1>");
  }

  @ParameterizedTest
  @CsvSource({"de, Hier ist nichts", "fr, rien ici pour vous", "es, no hay nada para usted"})
  void anErrorPageIsToo(String wish, String words) {
    var page = visitor.get("/i/nowhere", "Accept", "text/html", "Accept-Language", wish).body();

    assertThat(page).contains("<html lang=\"" + wish + "\"").contains(words);
  }

  @ParameterizedTest
  @CsvSource({"/desk/patients, en", "/monitor, en", "/tasks, de", "/my, de"})
  void whatExistsInEnglishOnlyDoesNotPretendToBeAnythingElse(String path, String language) {
    var request = new MockHttpServletRequest("GET", path);
    request.addHeader("Accept-Language", "de");
    request.addPreferredLocale(Locale.GERMAN);

    assertThat(new PageLanguage().resolveLocale(request).getLanguage()).isEqualTo(language);
  }
}
