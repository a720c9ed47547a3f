package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A doctor at the task page, and at the API with the same session. */
final class JourneyDoctor {

  private static final Pattern FINGERPRINT =
      Pattern.compile("name=\"fingerprint\"[^>]*value=\"([^\"]+)\"");

  private final JourneyHttp http;

  JourneyDoctor(URI base, String username, String password) {
    this.http = new JourneyHttp(base);
    var answer =
        http.submit(
            "/login",
            Map.of(
                "username",
                username,
                "password",
                password,
                "_csrf",
                JourneyHttp.csrfIn(http.get("/login").body())));
    assertThat(answer.statusCode()).as("sign-in of " + username).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("error");
  }

  /** Waits for the one pending request of this patient. */
  UUID awaitsRequestOf(UUID patient) {
    return awaitsRequestOf(patient, "NEW_USER_OWN_DATA_ACCESS");
  }

  /** Waits for the one pending request of this patient that the new key led to. */
  UUID awaitsRequestForNewKeyOf(UUID patient) {
    return awaitsRequestOf(patient, "KEY_PAIR_UPDATE");
  }

  private UUID awaitsRequestOf(UUID patient, String type) {
    var found =
        Await.until(
            "a pending notification of patient " + patient,
            Duration.ofSeconds(60),
            () -> notifications(type, "status=pending&responsible=" + patient),
            seen -> seen.get("notifications").size() == 1);
    return UUID.fromString(found.get("notifications").get(0).get("id").asString());
  }

  JsonNode notifications(String query) {
    return notifications("NEW_USER_OWN_DATA_ACCESS", query);
  }

  private JsonNode notifications(String type, String query) {
    return JourneyHttp.json(
        http.get("/api/v1/notifications?type=" + type + "&" + query, "Accept", "application/json"));
  }

  JsonNode notification(UUID id) {
    return JourneyHttp.json(http.get("/api/v1/notifications/" + id, "Accept", "application/json"));
  }

  JsonNode awaitsStatus(UUID notification, String status) {
    return Await.until(
        "notification " + notification + " is " + status,
        Duration.ofSeconds(60),
        () -> notification(notification),
        seen -> status.equalsIgnoreCase(seen.path("status").asString("")));
  }

  JsonNode report(UUID notification) {
    return JourneyHttp.json(
        http.get(
            "/api/v1/notifications/" + notification + "/report", "Accept", "application/json"));
  }

  HttpResponse<String> opens(UUID notification) {
    return http.get("/tasks/" + notification);
  }

  HttpResponse<String> approves(UUID notification) {
    var page = opens(notification).body();
    return http.submit(
        "/tasks/" + notification + "/approve",
        Map.of("fingerprint", first(FINGERPRINT, page), "_csrf", JourneyHttp.csrfIn(page)));
  }

  String fingerprintOn(UUID notification) {
    return first(FINGERPRINT, opens(notification).body());
  }

  HttpResponse<String> approvesByApi(UUID notification, String fingerprint) {
    return http.post(
        "/api/v1/notifications/" + notification + "/approve",
        "application/json",
        "{\"fingerprint\": \"" + fingerprint + "\"}");
  }

  HttpResponse<String> changes(UUID notification, String body) {
    return http.patch("/api/v1/notifications/" + notification, "application/json", body);
  }

  HttpResponse<String> declines(UUID notification, String reason, String words) {
    var page = opens(notification).body();
    return http.submit(
        "/tasks/" + notification + "/decline",
        Map.of("reason", reason, "words", words, "_csrf", JourneyHttp.csrfIn(page)));
  }

  JourneyHttp http() {
    return http;
  }

  private static String first(Pattern pattern, String page) {
    var matcher = pattern.matcher(page);
    assertThat(matcher.find()).as("the page has " + pattern + ": " + page).isTrue();
    return matcher.group(1);
  }
}
