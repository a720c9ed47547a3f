package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Whoever keeps the processes running, at the dashboard. */
final class OperationsUser {

  private static final Duration BUDGET = Duration.ofSeconds(60);
  private static final Pattern INSTANCE = Pattern.compile("/monitor/instances/(\\d+)");
  private static final Pattern INCIDENT = Pattern.compile("name=\"incident\" value=\"(\\d+)\"");

  private final JourneyHttp http;

  OperationsUser(URI base, String username, String password) {
    this.http = new JourneyHttp(base);
    var door = http.get("/login").body();
    var answer =
        http.submit(
            "/login",
            Map.of("username", username, "password", password, "_csrf", JourneyHttp.csrfIn(door)));
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/monitor");
  }

  JourneyHttp http() {
    return http;
  }

  /** Waits until the page of problems says so. */
  void awaitsProblem(String words) {
    var unused =
        Await.until(
            "a problem that says: " + words,
            BUDGET,
            () -> http.get("/monitor/problems").body(),
            page -> page.contains(words));
  }

  /** Waits until the list has an instance, and returns its key. */
  String awaitsAnInstance() {
    var page =
        Await.until(
            "a process instance in the list",
            BUDGET,
            () -> http.get("/monitor/instances").body(),
            seen -> INSTANCE.matcher(seen).find());
    var found = INSTANCE.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** Tries everything with that cause again, and waits for what the page says came of it. */
  void triesAgain(String cause, String expected) {
    var preview = http.get("/monitor/retries/new?cause=" + cause).body();
    var found = INCIDENT.matcher(preview);
    assertThat(found.find()).as("the preview names the incidents: " + preview).isTrue();
    var form = new HashMap<String, String>();
    form.put("incident", found.group(1));
    form.put("_csrf", JourneyHttp.csrfIn(preview));
    var answer = http.submit("/monitor/retries", form);
    var result = URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    var unused =
        Await.until(
            "a retry that says: " + expected,
            BUDGET,
            () -> http.get(result).body(),
            page -> page.contains(expected));
  }
}
