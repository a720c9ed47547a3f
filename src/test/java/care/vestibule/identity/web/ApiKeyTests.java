package care.vestibule.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.identity.ApiClients;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class ApiKeyTests {

  private static final String UNAUTHENTICATED = "urn:vestibule:problem:unauthenticated";

  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final ApiClients clients;
  private final TestVisitor visitor;

  ApiKeyTests(@Autowired ApiClients clients, @LocalServerPort int port) {
    this.clients = clients;
    this.visitor = new TestVisitor(port);
  }

  @Test
  void aKeyOpensTheApiForItsOwnClinic() {
    var clinic = fixtures.aClinic().id();

    var answer = visitor.get("/api/modules/system", bearer(clients.create(clinic, "EHR")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(clinic + " " + clinic);
    assertThat(visitor.cookies()).isEmpty();
  }

  @Test
  void withoutAKeyTheApiAnswers401AsAProblemAlsoToABrowser() {
    var answer = visitor.page("/api/modules/system");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"vestibule\"");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains(UNAUTHENTICATED);
  }

  @Test
  void wrongUnknownMalformedAndRevokedKeysAreRefusedAlike() {
    var clinic = fixtures.aClinic().id();
    var key = clients.create(clinic, "EHR");
    var revoked = clients.create(clinic, "Old EHR");
    clients.revoke(clinic, clientOf(revoked));
    var wrongSecret = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
    var unknown = "vk_" + "0".repeat(32) + key.substring(35);

    for (var refused : new String[] {wrongSecret, unknown, "vk_", "", revoked, key + "A"}) {
      var answer = visitor.get("/api/modules/system", bearer(refused));
      assertThat(answer.statusCode()).as(refused).isEqualTo(401);
      assertThat(answer.body()).contains(UNAUTHENTICATED);
    }
    assertThat(visitor.get("/api/modules/system", bearer(key)).statusCode()).isEqualTo(200);
  }

  @Test
  void theSecretIsNowhereInTheDatabase() {
    var key = clients.create(fixtures.aClinic().id(), "EHR");

    var rows =
        TestDatabase.get()
            .jdbc()
            .sql(
                "select encode(secret_hash, 'escape') || encode(secret_hash, 'hex') from api_client")
            .query(String.class)
            .list();

    assertThat(String.join(" ", rows)).doesNotContain(key.substring(36));
  }

  @Test
  void theClinicsSystemSpeaksForDoctorsOfItsOwnClinicOnly() {
    var clinic = fixtures.aClinic().id();
    var own = fixtures.anHcp(clinic);
    var foreign = fixtures.anHcp(fixtures.aClinic().id());
    var key = clients.create(clinic, "EHR");

    assertThat(asking(key, own.id().toString()).body()).isEqualTo("hcp:" + own.id());
    assertThat(asking(key, foreign.id().toString()).statusCode()).isEqualTo(404);
    assertThat(asking(key, UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    assertThat(asking(key, "Dr. Nobody").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/api/v1/notifications/module", bearer(key)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aKeyOpensNoPage() {
    var key = clients.create(fixtures.aClinic().id(), "EHR");

    assertThat(visitor.get("/tasks/module", bearer(key)).statusCode()).isEqualTo(401);
    assertThat(visitor.get("/my/module", bearer(key)).statusCode()).isEqualTo(401);
  }

  private java.net.http.HttpResponse<String> asking(String key, String hcp) {
    return visitor.get(
        "/api/v1/notifications/module", "Authorization", "Bearer " + key, "On-Behalf-Of", hcp);
  }

  private static String[] bearer(String key) {
    return new String[] {"Authorization", "Bearer " + key};
  }

  private static UUID clientOf(String key) {
    var hex = key.substring(3, 35);
    return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }
}
