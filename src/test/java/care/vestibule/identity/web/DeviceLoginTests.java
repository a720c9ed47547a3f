package care.vestibule.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.LoginChallenge;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.User;
import care.vestibule.identity.Users;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IdentityTest
class DeviceLoginTests {

  private static final String BASE = "http://localhost:8080";

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final Users users = new Users(database.jdbc(), database.clinic());
  private final TestVisitor visitor;
  private ClinicId clinic = new ClinicId(UUID.randomUUID());
  private PatientId patient = new PatientId(UUID.randomUUID());
  private PartyKeyPair pair = PartyKeyPair.generate(new SecureRandom());
  private User user = enrolled();

  DeviceLoginTests(@LocalServerPort int port) {
    this.visitor = new TestVisitor(port);
  }

  private User enrolled() {
    clinic = fixtures.aClinic().id();
    patient = fixtures.aPatient(clinic).stored().id();
    pair = fixtures.aKeyOf(clinic, patient.value(), Optional.empty());
    return fixtures.in(
        clinic,
        () -> {
          var id = users.createInvited(patient);
          users.activate(id, keyId().value());
          return users.find(id).orElseThrow();
        });
  }

  @BeforeEach
  void nobodyIsSignedIn() {
    assertThat(visitor.get("/my/module").statusCode()).isEqualTo(401);
  }

  @Test
  void theDevicesSignatureOpensASessionOfItsPatient() {
    assertThat(answer(challenge(), pair, BASE).statusCode()).isEqualTo(200);

    assertThat(visitor.get("/my/module").body()).isEqualTo("user:" + user.id());
  }

  @Test
  void aChallengeIsGoodForOneAnswer() {
    var nonce = challenge();
    answer(nonce, pair, BASE);

    assertThat(answer(nonce, pair, BASE).statusCode()).isEqualTo(401);
  }

  @Test
  void aChallengeThatWasAnsweredWronglyIsSpentToo() {
    var nonce = challenge();
    var stranger = PartyKeyPair.generate(new SecureRandom());

    assertThat(answer(nonce, stranger, BASE).statusCode()).isEqualTo(401);
    assertThat(answer(nonce, pair, BASE).statusCode()).isEqualTo(401);
  }

  @Test
  void aChallengeNobodyGaveAndAnOldOneAreRefused() {
    var old = challenge();
    database.jdbc().sql("update login_challenge set expires_at = now()").update();

    assertThat(answer(new byte[32], pair, BASE).statusCode()).isEqualTo(401);
    assertThat(answer(old, pair, BASE).statusCode()).isEqualTo(401);
  }

  @Test
  void anAnswerGivenToAnotherSiteIsRefused() {
    assertThat(answer(challenge(), pair, "https://evil.example").statusCode()).isEqualTo(401);
  }

  @Test
  void aLostKeyOpensNothing() {
    fixtures.in(
        clinic,
        () -> {
          new PublicKeys(database.jdbc()).markLost(keyId());
          return true;
        });

    assertThat(answer(challenge(), pair, BASE).statusCode()).isEqualTo(401);
  }

  @Test
  void closingTheAccountEndsItsSessionsWithTheNextRequest() {
    answer(challenge(), pair, BASE);
    assertThat(visitor.get("/my/module").statusCode()).isEqualTo(200);

    fixtures.in(
        clinic,
        () -> {
          users.close(user.id());
          return true;
        });

    assertThat(visitor.get("/my/module").statusCode()).isEqualTo(401);
    assertThat(answer(challenge(), pair, BASE).statusCode()).isEqualTo(401);
  }

  @Test
  void somebodyWhoIsOnlyInvitedCanNotSignIn() {
    fixtures.in(
        clinic,
        () ->
            database
                .jdbc()
                .sql("update patient_user set state = 'INVITED' where id = :id")
                .param("id", user.id().value())
                .update());

    assertThat(answer(challenge(), pair, BASE).statusCode()).isEqualTo(401);
  }

  @Test
  void everySignInAndRefusalIsRecorded() {
    answer(challenge(), pair, BASE);
    answer(challenge(), pair, "https://evil.example");

    var actions =
        fixtures.in(
            clinic,
            () ->
                database
                    .jdbc()
                    .sql("select action from audit_event where subject = :user order by position")
                    .param("user", "user:" + user.id())
                    .query(String.class)
                    .list());
    assertThat(actions).containsExactly("SIGNED_IN", "SIGN_IN_REFUSED");
  }

  @Test
  void rubbishIsAMalformedRequest() {
    for (var body :
        new String[] {"{}", "[]", "{\"keyId\":\"x\",\"nonce\":\"y\",\"signature\":\"z\"}"}) {
      assertThat(visitor.postJson("/my/login", body).statusCode()).as(body).isEqualTo(400);
    }
  }

  private KeyId keyId() {
    return pair.publicKey().id();
  }

  private byte[] challenge() {
    var body = visitor.get("/my/login/challenge").body();
    return Base64.getUrlDecoder().decode(body.replaceAll(".*\"nonce\":\"([^\"]+)\".*", "$1"));
  }

  private HttpResponse<String> answer(byte[] nonce, PartyKeyPair signer, String baseUrl) {
    var signature = signer.sign(LoginChallenge.message(baseUrl, nonce));
    var text = Base64.getUrlEncoder().withoutPadding();
    return visitor.postJson(
        "/my/login",
        "{\"keyId\":\"%s\",\"nonce\":\"%s\",\"signature\":\"%s\"}"
            .formatted(keyId().hex(), text.encodeToString(nonce), text.encodeToString(signature)));
  }
}
