package care.vestibule.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.HcpId;
import care.vestibule.identity.StaffAccounts;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class StaffLoginTests {

  private static final String PASSWORD = "correct-horse-battery";

  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final StaffAccounts accounts;
  private final OffsetClock clock;
  private final int port;
  private final TestVisitor visitor;
  private final String username = "doctor." + UUID.randomUUID().toString().substring(0, 8);
  private ClinicId clinic = new ClinicId(UUID.randomUUID());
  private HcpId hcp = new HcpId(UUID.randomUUID());

  StaffLoginTests(
      @Autowired StaffAccounts accounts, @Autowired OffsetClock clock, @LocalServerPort int port) {
    this.accounts = accounts;
    this.clock = clock;
    this.port = port;
    this.visitor = new TestVisitor(port);
  }

  @BeforeEach
  void aDoctorHasAnAccount() {
    clinic = fixtures.aClinic().id();
    hcp = fixtures.anHcp(clinic).id();
    accounts.createDoctor(clinic, hcp, username, PASSWORD);
  }

  @Test
  void aDoctorIsLedToTheLoginAndFromThereToThePageTheyWanted() {
    var away = visitor.page("/tasks/module?filter=open");
    assertThat(away.statusCode()).isEqualTo(302);
    assertThat(away.headers().firstValue("Location").orElse("")).endsWith("/login");

    var in = visitor.signIn(username, PASSWORD);

    assertThat(in.headers().firstValue("Location").orElse(""))
        .endsWith("/tasks/module?filter=open");
    assertThat(visitor.page("/tasks/module").body()).isEqualTo("hcp:" + hcp);
  }

  @Test
  void signingInChangesTheSessionAndItsCookieIsForThisSiteOnly() {
    visitor.page("/login");
    var before = visitor.cookies().get("session");

    var in = visitor.signIn(username, PASSWORD);

    assertThat(visitor.cookies().get("session")).isNotEqualTo(before);
    assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefusedAlike() {
    var wrong = visitor.signIn(username, "wrong");
    var unknown = visitor.signIn("nobody.at.all", PASSWORD);

    assertThat(wrong.headers().firstValue("Location").orElse("")).endsWith("/login?refused");
    assertThat(unknown.headers().firstValue("Location"))
        .isEqualTo(wrong.headers().firstValue("Location"));
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(visitor.page("/tasks/module").statusCode()).isEqualTo(302);
  }

  @Test
  void tenWrongPasswordsCloseTheAccountEvenForTheRightOne() {
    for (int i = 0; i < 10; i++) {
      assertThat(accounts.signIn(username, "guess" + i)).isEmpty();
    }

    assertThat(accounts.signIn(username, PASSWORD)).isEmpty();
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    var forged = visitor.postForm("/login", "username=" + username + "&password=" + PASSWORD);

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(visitor.page("/tasks/module").statusCode()).isEqualTo(302);
  }

  @Test
  void aDoctorHasNoBusinessInOperationsAndThePatientsRooms() {
    visitor.signIn(username, PASSWORD);

    assertThat(visitor.page("/monitor").statusCode()).isEqualTo(403);
    assertThat(visitor.page("/my/module").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/api/modules/system").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/api/v1/notifications/module").body()).isEqualTo("hcp:" + hcp);
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
    visitor.signIn(username, PASSWORD);
    clock.step(Duration.ofHours(12).minusMinutes(1));
    assertThat(visitor.page("/tasks/module").statusCode()).isEqualTo(200);

    clock.step(Duration.ofMinutes(1));

    assertThat(visitor.page("/tasks/module").statusCode()).isEqualTo(302);
  }

  @Test
  void whatStandsInTheDatabaseSignsNobodyIn() {
    visitor.signIn(username, PASSWORD);
    var id =
        TestDatabase.get()
            .jdbc()
            .sql("select session_id from spring_session where principal_name = :name")
            .param("name", "hcp:" + hcp)
            .query(String.class)
            .single();
    var thief = new TestVisitor(port);

    assertThat(visitor.cookies().get("session")).startsWith(id + ".");
    for (var cookie : new String[] {id, id + ".", id + "." + "A".repeat(43)}) {
      assertThat(thief.get("/tasks/module", "Cookie", "session=" + cookie).statusCode())
          .as(cookie)
          .isEqualTo(401);
    }
    assertThat(
            thief
                .get("/tasks/module", "Cookie", "session=" + visitor.cookies().get("session"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() {
    visitor.signIn(username, PASSWORD);
    var token =
        visitor
            .page("/login")
            .body()
            .replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");

    var out = visitor.postForm("/logout", "_csrf=" + token);

    assertThat(out.headers().firstValue("Location").orElse("")).endsWith("/login?out");
    assertThat(visitor.page("/tasks/module").statusCode()).isEqualTo(302);
  }
}
