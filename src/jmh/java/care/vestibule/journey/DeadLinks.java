package care.vestibule.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.vestibule.crypto.KeyClaim;
import care.vestibule.crypto.PartyKeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Links that open nothing, each for another reason. */
final class DeadLinks {

  private static final String ZAVALA = "9999940999";
  private static final int TRIES = 10;

  private final TestInstallation vestibule;
  private final JourneyHttp http;
  private final ClinicSystem clinic;
  private final PartyKeyPair key = PartyKeyPair.generate(new SecureRandom());
  private final Map<String, Link> all = new LinkedHashMap<>();

  DeadLinks(TestInstallation vestibule) {
    this.vestibule = vestibule;
    this.http = new JourneyHttp(vestibule.address());
    this.clinic = vestibule.clinicSystem();
    var used = sent();
    new PatientDevice(vestibule.address()).enrolsWithoutCode(used.url);
    all.put("used", used);
    all.put("expired", expired(sent()));
    all.put("superseded", told(sent(), "resend", ""));
    all.put("withdrawn", told(sent(), "withdraw", "{}"));
    all.put("locked", locked(sent()));
    var other = sent();
    all.put("wrong secret", new Link(other.invitation, other.selector, used.secret, other.url));
  }

  /** By the reason. */
  Map<String, Link> all() {
    return all;
  }

  /** One that nobody knows. */
  Link unknown() {
    return new Link(UUID.randomUUID(), "AAAAAAAAAAA", "A".repeat(22), "");
  }

  /** What a browser posts with a link; a fresh one is asked for without the birth date. */
  String body(String path, Link link) {
    var body = new HashMap<String, String>();
    body.put("selector", link.selector);
    body.put("secret", link.secret);
    // With it the expired link would be replaced, and be another one the next time.
    if (!path.equals("/i/fresh")) {
      body.put("born", PatientDevice.BORN);
    }
    if (path.equals("/i/enrol")) {
      var claim =
          new KeyClaim(vestibule.demo().clinic().value(), link.invitation, 1, key.publicKey());
      body.put("publicKey", base64(key.publicKey().encoded()));
      body.put("mac", base64(claim.mac("0123456789abcdef".getBytes(UTF_8))));
      body.put("signature", base64(key.sign(claim.encoded())));
    }
    return JourneyHttp.JSON.writeValueAsString(body);
  }

  private Link sent() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var doctor = vestibule.professional(patient.doctors().getFirst()).id().value();
    var invitation = clinic.invites(id, doctor);
    var url = new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1);
    var parts = url.substring(url.indexOf('#') + 1).split("\\.", -1);
    return new Link(invitation, parts[1], parts[2], url);
  }

  private Link expired(Link link) {
    vestibule
        .database()
        .sql("update invitation_link set expires_at = now() - interval '1 s' where selector = :it")
        .param("it", Base64.getUrlDecoder().decode(link.selector))
        .update();
    return link;
  }

  private Link told(Link link, String what, String body) {
    var answer = clinic.post("/api/v1/invitations/" + link.invitation + "/" + what, body);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(what + ": " + answer.body());
    }
    return link;
  }

  private Link locked(Link link) {
    var wrong = Map.of("selector", link.selector, "secret", link.secret, "born", "1900-01-01");
    for (int i = 0; i < TRIES; i++) {
      var unused =
          http.post(
              "/i/code",
              "application/json",
              JourneyHttp.JSON.writeValueAsString(wrong),
              "X-Vestibule",
              "1");
    }
    return link;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A link and the invitation it belonged to. */
  record Link(UUID invitation, String selector, String secret, String url) {}
}
