package care.vestibule.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationFixture;
import care.vestibule.invitation.InvitationState;
import care.vestibule.invitation.InvitationTest;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.PatientBrowser;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InvitationTest
class EnrolmentApiTests {

  private final InvitationFixture reception;
  private final Invitations invitations;
  private final ApiClient http;

  EnrolmentApiTests(
      @Autowired InvitationFixture reception,
      @Autowired Invitations invitations,
      @LocalServerPort int port) {
    this.reception = reception;
    this.invitations = invitations;
    this.http = new ApiClient(port);
  }

  @Test
  void thePageIsTheSameForEverybodyIsNotKeptAndChangesNothing() {
    var invitation = reception.sent();

    var first = http.get("/i");
    var second = http.get("/i");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isEqualTo(second.body()).contains("/app/enrol.js");
    assertThat(first.body()).doesNotContain("Francisco").doesNotContain("Casares");
    assertThat(first.body()).doesNotContain("??");
    assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(first.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(reception.look(invitation)).isEqualTo(invitation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void thePageSpeaksTheBrowsersLanguage(String language) {
    var page = http.get("/i", "Accept-Language", language);

    assertThat(page.body()).contains("lang=\"" + language + "\"").doesNotContain("??");
    assertThat(page.body()).doesNotContain("Send me a new link");
  }

  @Test
  void aLinkIsOpenedWithACodeAskedForAKeyBroughtAndASessionGiven() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);

    var begun = post("/i/code", guest.linkBody());

    assertThat(begun.statusCode()).isEqualTo(200);
    assertThat(begun.body())
        .contains("\"need\":\"none\"")
        .contains("\"clinic\":\"" + invitation.clinic() + "\"")
        .contains("\"invitation\":\"" + invitation.id() + "\"")
        .contains("\"generation\":1");
    var enrolled = post("/i/enrol", guest.enrolBody(invitation));
    assertThat(enrolled.statusCode()).isEqualTo(200);
    assertThat(enrolled.body()).isEqualTo("{\"next\":\"/my\"}");
    assertThat(enrolled.headers().allValues("Set-Cookie")).hasSize(1);
    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.ACCEPTED);
  }

  @Test
  void unknownUsedExpiredSupersededWithdrawnAndMalformedLinksGetTheSameBytes() {
    var answers = new LinkedHashMap<String, String>();
    for (var path : new String[] {"/i/code", "/i/enrol"}) {
      deadLinks().forEach((what, dead) -> answers.put(path + " " + what, seen(path, dead)));
      answers.put(path + " malformed", whole(post(path, malformed(path))));
    }

    assertThat(answers.values().stream().distinct())
        .as(answers.toString())
        .containsExactly(answers.values().iterator().next());
    assertThat(answers.values().iterator().next()).startsWith("401");
  }

  @Test
  void whoAsksForAFreshLinkIsToldNothing() {
    var expired = dead(reception.sent());
    reception.outliveLink(expired.invitation());

    var known = http.post("/i/fresh", expired.guest().linkBody(), "X-Vestibule", "1");
    var unknown = http.post("/i/fresh", malformed("/i/fresh"), "X-Vestibule", "1");

    assertThat(known.statusCode()).isEqualTo(202);
    assertThat(whole(known)).isEqualTo(whole(unknown));
    assertThat(reception.look(expired.invitation()).generation()).isEqualTo(2);
  }

  @Test
  void whoShowsTooManyDeadLinksIsAskedToWaitAndNobodyElseIs() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    var dead = malformed("/i/code");
    for (int i = 0; i < 60; i++) {
      assertThat(postFrom("203.0.113.5", dead).statusCode()).isEqualTo(401);
    }

    var onceMore = postFrom("203.0.113.5", dead);

    assertThat(onceMore.statusCode()).isEqualTo(429);
    assertThat(onceMore.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    assertThat(onceMore.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(onceMore.body()).contains("urn:vestibule:problem:too-many-links");
    assertThat(postFrom("203.0.113.6", dead).statusCode()).isEqualTo(401);
    assertThat(postFrom("203.0.113.5", guest.linkBody()).statusCode()).isEqualTo(200);
  }

  @Test
  void whoAsksForTooManyFreshLinksIsToldToWaitWhateverTheLinkIsAndAnExpiredOneIsStillReplaced() {
    var expired = dead(reception.sent());
    reception.outliveLink(expired.invitation());
    var unknown = malformed("/i/fresh");
    for (int i = 0; i < 60; i++) {
      assertThat(freshFrom("203.0.113.7", unknown).statusCode()).isEqualTo(202);
    }

    var ofNobody = freshFrom("203.0.113.7", unknown);
    var ofSomebody = freshFrom("203.0.113.7", expired.guest().linkBody());

    assertThat(ofNobody.statusCode()).isEqualTo(429);
    assertThat(ofSomebody.statusCode()).isEqualTo(429);
    assertThat(withoutNumber(ofSomebody.body())).isEqualTo(withoutNumber(ofNobody.body()));
    assertThat(reception.look(expired.invitation()).generation()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2001:db8:1::, Please wait a minute",
    "de, 2001:db8:2::, Bitte warten Sie eine Minute",
    "fr, 2001:db8:3::, Veuillez patienter une minute",
    "es, 2001:db8:4::, Espere un minuto"
  })
  void aBrowserThatHasToWaitGetsAPageWithAWayOn(String language, String address, String title) {
    var dead = malformed("/i/code");
    for (int i = 0; i < 60; i++) {
      postFrom(address, dead);
    }

    var page =
        http.post(
            "/i/code",
            dead,
            "X-Vestibule",
            "1",
            "X-Forwarded-For",
            address,
            "Accept",
            "text/html",
            "Accept-Language",
            language);

    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
    assertThat(page.body()).contains(title).contains("href=\"/my\"").doesNotContain("??");
  }

  @Test
  void anotherSitesPageCanNotPostHere() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);

    var bare = http.post("/i/enrol", guest.enrolBody(invitation));
    var cross =
        http.post(
            "/i/enrol",
            guest.enrolBody(invitation),
            "X-Vestibule",
            "1",
            "Sec-Fetch-Site",
            "cross-site");

    assertThat(bare.statusCode()).isBetween(400, 499);
    assertThat(cross.statusCode()).isEqualTo(403);
    assertThat(reception.look(invitation).state()).isEqualTo(InvitationState.SENT);
  }

  @Test
  void rubbishInThePlaceOfAKeyIsRefusedBeforeTheLinkIsLookedAt() {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    var good = guest.enrolBody(invitation);
    var rubbish = good.replaceFirst("\"publicKey\":\"[^\"]{8}", "\"publicKey\":\"AAAAAAAA");

    var known = post("/i/enrol", rubbish);
    var unknown = post("/i/enrol", rubbish.replace(guest.selector(), "AAAAAAAAAAA"));

    assertThat(known.statusCode()).isEqualTo(400);
    assertThat(whole(known)).isEqualTo(whole(unknown));
    assertThat(post("/i/enrol", good).statusCode()).isEqualTo(200);
  }

  private Map<String, Dead> deadLinks() {
    var dead = new LinkedHashMap<String, Dead>();
    var used = dead(reception.sent());
    post("/i/enrol", used.guest().enrolBody(used.invitation()));
    dead.put("used", used);
    var expired = dead(reception.sent());
    reception.outliveLink(expired.invitation());
    dead.put("expired", expired);
    var superseded = dead(reception.sent());
    steer(superseded.invitation(), true);
    dead.put("superseded", superseded);
    var withdrawn = dead(reception.sent());
    steer(withdrawn.invitation(), false);
    dead.put("withdrawn", withdrawn);
    var wrongSecret = dead(reception.sent());
    dead.put(
        "wrong secret",
        new Dead(wrongSecret.invitation(), used.guest().withSelectorOf(wrongSecret.guest())));
    return dead;
  }

  private Dead dead(Invitation invitation) {
    return new Dead(invitation, reception.guestOf(invitation));
  }

  private void steer(Invitation invitation, boolean resend) {
    var system = reception.system(invitation.clinic());
    reception.at(
        invitation.clinic(),
        () ->
            resend
                ? invitations.resend(invitation.id(), system)
                : invitations.withdraw(invitation.id(), false, system));
  }

  private String seen(String path, Dead dead) {
    var body =
        path.endsWith("enrol")
            ? dead.guest().enrolBody(dead.invitation())
            : dead.guest().linkBody();
    return whole(post(path, body));
  }

  private String malformed(String path) {
    var invitation = reception.sent();
    var guest = reception.guestOf(invitation);
    var body = path.endsWith("enrol") ? guest.enrolBody(invitation) : guest.linkBody();
    return body.replace(guest.selector(), "no selector");
  }

  private HttpResponse<String> post(String path, String body) {
    return http.post(path, body, "X-Vestibule", "1", "Sec-Fetch-Site", "same-origin");
  }

  private HttpResponse<String> postFrom(String address, String body) {
    return http.post("/i/code", body, "X-Vestibule", "1", "X-Forwarded-For", address);
  }

  private HttpResponse<String> freshFrom(String address, String body) {
    return http.post("/i/fresh", body, "X-Vestibule", "1", "X-Forwarded-For", address);
  }

  private static String withoutNumber(String problem) {
    return problem.replaceFirst("\"correlationId\":\"[^\"]+\"", "");
  }

  /** All an observer gets, but for the clock. */
  private static String whole(HttpResponse<String> answer) {
    var headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return answer.statusCode() + " " + headers + " " + answer.body();
  }

  private record Dead(Invitation invitation, PatientBrowser guest) {}
}
