package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The clinic's own system: imports, invites, asks how far things are. */
final class ClinicSystem {

  private static final String JSON = "application/json";

  private final JourneyHttp http;
  private final String apiKey;

  ClinicSystem(URI base, String apiKey) {
    this.http = new JourneyHttp(base);
    this.apiKey = apiKey;
  }

  /** Imports a FHIR bundle and returns the response bundle. */
  JsonNode imports(String bundle) {
    var response = http.post("/fhir", "application/fhir+json", bundle, authorization());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JourneyHttp.json(response);
  }

  HttpResponse<String> asksToInvite(
      UUID patient, UUID doctor, String channel, String tokenValidity) {
    return asks(
        """
        {"patientId": "%s", "invitedBy": "%s", "channel": "%s", "tokenValidity": "%s"}
        """
            .formatted(patient, doctor, channel, tokenValidity));
  }

  /** Asks for a link to a new key for a user whose device is lost. */
  HttpResponse<String> asksForNewKey(UUID patient, UUID doctor) {
    return asks(
        """
        {"patientId": "%s", "invitedBy": "%s", "purpose": "new-key"}
        """
            .formatted(patient, doctor));
  }

  private HttpResponse<String> asks(String body) {
    return http.post(
        "/api/v1/invitations",
        JSON,
        body,
        "Authorization",
        "Bearer " + apiKey,
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  /** Invites for one hour over whatever channel fits and returns the invitation's id. */
  UUID invites(UUID patient, UUID doctor) {
    var response = asksToInvite(patient, doctor, "auto", "PT1H");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return UUID.fromString(JourneyHttp.json(response).get("id").asString());
  }

  JsonNode invitation(UUID id) {
    return JourneyHttp.json(get("/api/v1/invitations/" + id));
  }

  /** Waits until the invitation's process has ended under the given name. */
  JsonNode awaitsOutcome(UUID id, String outcome) {
    return Await.until(
        "invitation " + id + " with outcome " + outcome,
        Duration.ofSeconds(60),
        () -> invitation(id),
        seen -> outcome.equals(seen.path("outcome").asString("")));
  }

  HttpResponse<String> get(String path) {
    return http.get(path, authorization());
  }

  HttpResponse<String> post(String path, String body) {
    return http.post(path, JSON, body, authorization());
  }

  private String[] authorization() {
    return new String[] {"Authorization", "Bearer " + apiKey};
  }
}
