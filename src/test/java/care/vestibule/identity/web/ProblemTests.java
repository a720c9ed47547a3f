package care.vestibule.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.identity.ApiClients;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

  private final TestVisitor visitor;
  private final String[] key;

  ProblemTests(@Autowired ApiClients clients, @LocalServerPort int port) {
    this.visitor = new TestVisitor(port);
    var clinic = new Fixtures(TestDatabase.get()).aClinic().id();
    this.key = new String[] {"Authorization", "Bearer " + clients.create(clinic, "EHR")};
  }

  @Test
  void aBodyThatIsNotWhatIsExpectedIs400AndIsNotRepeated() {
    var bodies =
        new String[] {
          "{\"CANARY\":1}",
          "{\"text\":\"a\",\"text\":\"CANARY\"}",
          "CANARY",
          "{\"text\":\"a\"} CANARY",
          "{\"text\":{\"CANARY\":1}}",
          "[\"CANARY\"]"
        };
    for (var body : bodies) {
      assertProblem(visitor.postJson("/api/modules/note", body, key), 400, "invalid-request");
    }
    assertThat(visitor.postJson("/api/modules/note", "{\"text\":\"a\"}", key).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aBodyThatIsTooLargeIs413WhetherItSaysSoOrNot() {
    var large = "{\"text\":\"" + "a".repeat(70_000) + "\"}";
    var stream = new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8));

    assertProblem(visitor.postJson("/api/modules/note", large, key), 413, "too-large");
    assertProblem(visitor.postStream("/api/modules/note", stream, key), 413, "too-large");
  }

  @Test
  void whatIsNotThereAndWhatIsAskedForWronglyAreProblemsToo() {
    assertProblem(visitor.get("/api/modules/CANARY", key), 404, "not-found");
    assertProblem(visitor.get("/api/modules/CANARY/door", key), 404, "not-found");
    assertProblem(visitor.postJson("/api/modules/system", "{}", key), 405, "method-not-allowed");
  }

  @Test
  void whatBreaksIsNotedWithoutItsWordsAndAnsweredWithANumber(CapturedOutput output) {
    var answer = visitor.get("/api/modules/broken", key);

    assertProblem(answer, 500, "fault");
    var number = answer.body().replaceAll(".*\"correlationId\":\"([^\"]+)\".*", "$1");
    assertThat(output).contains(number, "IllegalStateException").doesNotContain("CANARY");
  }

  @Test
  void aBrowserGetsAPageWithAWayOn(CapturedOutput output) {
    var page = visitor.page("/i/broken");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body())
        .contains("Something is broken here", "href=\"/\"")
        .doesNotContain("CANARY", "??");
    assertThat(output).doesNotContain("CANARY");
    assertThat(visitor.page("/i/nowhere").body()).contains("There is nothing here for you");
  }

  @Test
  void aPageThatBreaksWhileItIsMadeIsNotedWithoutItsWords(CapturedOutput output) {
    var page = visitor.page("/i/torn");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body()).contains("Something is broken here").doesNotContain("CANARY");
    assertThat(output).contains("failed: ", "IllegalArgumentException").doesNotContain("CANARY");
  }

  @Test
  void everyAnswerTellsTheBrowserToTrustAndRememberNothing() {
    for (var path :
        new String[] {
          "/login", "/i/nowhere", "/my/login", "/my/login/challenge", "/tasks", "/api/x"
        }) {
      var headers = visitor.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self';");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }
    for (var path : new String[] {"/i/nowhere", "/my/login", "/my"}) {
      assertThat(visitor.get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("require-trusted-types-for 'script'");
    }
  }

  @Test
  void changesStartedByAnotherSiteAreRefused() {
    assertProblem(
        visitor.postJson("/my/login", "{}", "Sec-Fetch-Site", "cross-site"), 403, "forbidden");
    assertProblem(
        visitor.postJson("/my/login", "{}", "Sec-Fetch-Site", "same-site"), 403, "forbidden");
  }

  @Test
  void theApiDescribesItselfWithItsKeyAndWithoutItsActors() {
    var description = visitor.get("/v3/api-docs").body();

    assertThat(description).contains("\"/api/modules/note\"", "\"scheme\":\"bearer\"");
    assertThat(description).doesNotContain("\"in\":\"query\"", "clientId", "/tasks/module");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String slug) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .matches(
            "\\{\"type\":\"urn:vestibule:problem:"
                + slug
                + "\",\"title\":\"[A-Z][^\"]+\",\"status\":"
                + status
                + ",\"correlationId\":\"[0-9a-f-]{36}\"}")
        .doesNotContain("CANARY");
  }
}
