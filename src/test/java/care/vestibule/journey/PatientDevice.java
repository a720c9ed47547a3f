package care.vestibule.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.crypto.BackupCode;
import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.DelegationHeader;
import care.vestibule.crypto.EntityHeader;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.KeyClaim;
import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.LoginChallenge;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Permission;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A patient's device: what the pages' scripts do, done in Java. */
final class PatientDevice {

  /** When {@link SmallPatient} was born. */
  static final String BORN = "1980-02-03";

  private static final String JSON = "application/json";

  private final JourneyHttp http;
  private final PartyKeyPair keys = PartyKeyPair.generate(new SecureRandom());
  private final char[] recoveryCode =
      BackupCode.generate(BackupCode.Kind.RECOVERY, new SecureRandom()).text();

  PatientDevice(URI base) {
    this.http = new JourneyHttp(base);
  }

  /** Presses the page's button: learns whether a code is needed, and has it sent. */
  HttpResponse<String> knocks(String link) {
    var parts = partsOf(link);
    return post("/i/code", Map.of("selector", parts[1], "secret", parts[2], "born", BORN));
  }

  /** Knocks and registers, where no second channel is known. */
  void enrolsWithoutCode(String link) {
    var answer = enrols(link, JourneyHttp.json(knocks(link)), "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** Registers the key of this device; the knock's answer says for which invitation. */
  HttpResponse<String> enrols(String link, JsonNode knock, String code) {
    return enrols(link, knock, code, keys);
  }

  /** As above, but registers somebody else's key under this device's MAC: the swap of a portal. */
  HttpResponse<String> enrols(String link, JsonNode knock, String code, PartyKeyPair registered) {
    var parts = partsOf(link);
    var clinic = UUID.fromString(knock.get("clinic").asString());
    var invitation = UUID.fromString(knock.get("invitation").asString());
    var generation = knock.get("generation").asInt();
    var own = new KeyClaim(clinic, invitation, generation, keys.publicKey());
    var shown = new KeyClaim(clinic, invitation, generation, registered.publicKey());
    var body = new HashMap<String, String>();
    body.put("selector", parts[1]);
    body.put("secret", parts[2]);
    body.put("born", BORN);
    body.put("publicKey", base64(registered.publicKey().encoded()));
    body.put("mac", base64(own.mac(Base64.getUrlDecoder().decode(parts[3]))));
    body.put("signature", base64(registered.sign(shown.encoded())));
    if (!code.isEmpty()) {
      body.put("code", code);
    }
    try (var backup = backup()) {
      body.put("backupId", base64(backup.id()));
      body.put("backup", base64(backup.seal(clinic, keys, new SecureRandom())));
    }
    return post("/i/enrol", body);
  }

  HttpResponse<String> asksForFreshLink(String link) {
    var parts = partsOf(link);
    return post("/i/fresh", Map.of("selector", parts[1], "secret", parts[2], "born", BORN));
  }

  JsonNode progress() {
    return JourneyHttp.json(http.get("/my/progress", "Accept", JSON));
  }

  String page() {
    return http.get("/my").body();
  }

  /** Saves the form with the patient's details, as it stands but for the city. */
  HttpResponse<String> movesTo(String city) {
    var page = page();
    return http.submit(
        "/my/administrative",
        Map.of(
            "version",
            value("version", page),
            "language",
            "fr",
            "city",
            city,
            "_csrf",
            JourneyHttp.csrfIn(page)));
  }

  private static String value(String name, String page) {
    var matcher = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertThat(matcher.find()).as("the page has %s: %s", name, page).isTrue();
    return matcher.group(1);
  }

  String fingerprint() {
    return keys.publicKey().fingerprint();
  }

  /** Signs in with the key of this device; 401 if it is not accepted. */
  HttpResponse<String> signsIn() {
    var challenge = JourneyHttp.json(http.get("/my/login/challenge", "Accept", JSON));
    var nonce = challenge.get("nonce").asString();
    var message =
        LoginChallenge.message(
            challenge.get("baseUrl").asString(), Base64.getUrlDecoder().decode(nonce));
    return post(
        "/my/login",
        Map.of(
            "keyId",
            keys.publicKey().id().hex(),
            "nonce",
            nonce,
            "signature",
            base64(keys.sign(message))));
  }

  /** Fetches the backup with the recovery code and opens it; says what came of it. */
  String bringsBackKeys() {
    try (var code = backup()) {
      var answer = post("/my/login/backup", Map.of("backupId", base64(code.id())));
      if (answer.statusCode() != 200) {
        return JourneyHttp.json(answer).path("type").asString("").replaceAll(".*:", "");
      }
      var found = JourneyHttp.json(answer);
      try (var opened = code.open(uuid(found, "clinic"), bytes(found, "sealed"))) {
        return opened.publicKey().equals(keys.publicKey()) ? "same" : "others";
      }
    } catch (CryptoRefusal refused) {
      return refused.reason().name();
    }
  }

  private BackupCode backup() {
    return BackupCode.parse(BackupCode.Kind.RECOVERY, recoveryCode.clone());
  }

  PartyKeyPair keys() {
    return keys;
  }

  byte[] signingSeed() {
    return keys.signingSeed();
  }

  JourneyHttp http() {
    return http;
  }

  /** Everything shared, decrypted; fails if a single thing does not open. */
  List<JsonNode> reads() {
    var opened = new ArrayList<JsonNode>();
    var path = "/my/records";
    while (true) {
      var page = JourneyHttp.json(http.get(path, "Accept", JSON));
      page.get("entities").forEach(entity -> opened.add(open(page, entity)));
      if (!page.hasNonNull("cursor")) {
        return opened;
      }
      path = "/my/records?cursor=" + page.get("cursor").asString();
    }
  }

  private JsonNode open(JsonNode page, JsonNode entity) {
    var clinic = uuid(page, "clinic");
    var given = entity.get("delegation");
    var exchange = exchange(page, uuid(given, "exchangeId"));
    var delegation =
        new DelegationHeader(
            clinic,
            uuid(entity, "id"),
            entity.get("fhirType").asString(),
            KeyId.ofHex(given.get("contentKeyId").asString()),
            uuid(given, "exchangeId"),
            uuid(given, "delegator"),
            uuid(page, "party"),
            Permission.valueOf(given.get("permission").asString()));
    var header =
        new EntityHeader(
            clinic,
            uuid(entity, "id"),
            entity.get("fhirType").asString(),
            entity.get("version").asInt());
    try (var exchangeKey = exchange.open(keys);
        var contentKey = exchangeKey.unwrap(bytes(given, "wrapped"), delegation)) {
      var content = ContentEnvelope.open(contentKey, header, bytes(entity, "envelope"));
      return JourneyHttp.JSON.readTree(new String(content, UTF_8));
    }
  }

  private static ExchangeRecord exchange(JsonNode page, UUID id) {
    for (var found : page.get("exchanges")) {
      if (uuid(found, "exchangeId").equals(id)) {
        var record = ExchangeRecord.decode(bytes(found, "record"));
        assertThat(record.isSignedBy(bytes(found, "delegatorSigningKey"))).isTrue();
        return record;
      }
    }
    throw new AssertionError("The page lacks exchange " + id);
  }

  private HttpResponse<String> post(String path, Map<String, String> body) {
    return http.post(path, JSON, JourneyHttp.JSON.writeValueAsString(body), "X-Vestibule", "1");
  }

  private static String[] partsOf(String link) {
    var fragment = URI.create(link).getRawFragment();
    var parts = fragment.split("\\.", -1);
    assertThat(parts).as(link).hasSize(4);
    assertThat(parts[0]).isEqualTo("v1");
    return parts;
  }

  private static UUID uuid(JsonNode node, String field) {
    return UUID.fromString(node.get(field).asString());
  }

  private static byte[] bytes(JsonNode node, String field) {
    return Base64.getUrlDecoder().decode(node.get(field).asString());
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
