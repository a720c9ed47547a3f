package care.vestibule.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.vestibule.crypto.ContentEnvelope;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.DelegationHeader;
import care.vestibule.crypto.EntityHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.ManifestEntry;
import care.vestibule.crypto.ManifestTally;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Permission;
import care.vestibule.crypto.ShareManifest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the patient's page does with what the portal hands out: opens each record, compares all with
 * what the doctors signed, and remembers what it saw last.
 */
final class RecordCheck {

  private final JourneyHttp http;
  private final PartyKeyPair keys;
  private final Map<UUID, ShareManifest> remembered = new HashMap<>();

  RecordCheck(PatientDevice device) {
    this.http = device.http();
    this.keys = device.keys();
  }

  /** What was opened, as text, and the named reasons why something is not right. */
  record Verdict(Set<String> opened, Set<String> refusals) {}

  Verdict look() {
    var verdict = new Verdict(new TreeSet<>(), new TreeSet<>());
    var exchanges = new HashMap<UUID, JsonNode>();
    var entities = new ArrayList<JsonNode>();
    var manifests = new ArrayList<JsonNode>();
    var path = "/my/records";
    while (true) {
      var answer = http.get(path, "Accept", "application/json");
      if (answer.statusCode() != 200) {
        verdict.refusals().add("HTTP " + answer.statusCode());
        return verdict;
      }
      var page = JourneyHttp.json(answer);
      page.get("exchanges").forEach(one -> exchanges.put(uuid(one, "exchangeId"), one));
      page.get("manifests").forEach(manifests::add);
      for (var entity : page.get("entities")) {
        entities.add(entity);
        open(page, exchanges, entity, verdict);
      }
      if (!page.hasNonNull("cursor")) {
        prove(uuid(page, "party"), exchanges.keySet(), entities, manifests, verdict);
        return verdict;
      }
      path = "/my/records?cursor=" + page.get("cursor").asString();
    }
  }

  private void open(
      JsonNode page, Map<UUID, JsonNode> exchanges, JsonNode entity, Verdict verdict) {
    var given = entity.get("delegation");
    var clinic = uuid(page, "clinic");
    var id = uuid(given, "exchangeId");
    try {
      var sealed = Optional.ofNullable(exchanges.get(id)).orElseThrow(RecordCheck::unknown);
      open(page, sealed, entity, given, clinic, id, verdict);
    } catch (CryptoRefusal refused) {
      verdict.refusals().add(refused.reason().name());
    }
  }

  private void open(
      JsonNode page,
      JsonNode sealed,
      JsonNode entity,
      JsonNode given,
      UUID clinic,
      UUID id,
      Verdict verdict) {
    try (var exchange = exchange(page, sealed)) {
      var delegator = ExchangeRecord.decode(bytes(sealed, "record")).header();
      var header =
          new DelegationHeader(
              clinic,
              uuid(entity, "id"),
              entity.get("fhirType").asString(),
              KeyId.ofHex(given.get("contentKeyId").asString()),
              id,
              delegator.delegator(),
              uuid(page, "party"),
              Permission.valueOf(given.get("permission").asString()));
      var place =
          new EntityHeader(
              clinic,
              uuid(entity, "id"),
              entity.get("fhirType").asString(),
              entity.get("version").asInt());
      try (var contentKey = exchange.unwrap(bytes(given, "wrapped"), header)) {
        var content = ContentEnvelope.open(contentKey, place, bytes(entity, "envelope"));
        verdict.opened().add(new String(content, UTF_8));
      }
    }
  }

  private static CryptoRefusal unknown() {
    return new CryptoRefusal(CryptoRefusal.Reason.NOT_A_RECIPIENT);
  }

  private ExchangeKey exchange(JsonNode page, JsonNode found) {
    var record = ExchangeRecord.decode(bytes(found, "record"));
    if (!record.isSignedBy(bytes(found, "delegatorSigningKey"))) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_SIGNED);
    }
    if (!record.header().clinic().equals(uuid(page, "clinic"))
        || !record.header().delegate().equals(uuid(page, "party"))) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_A_RECIPIENT);
    }
    return record.open(keys);
  }

  private void prove(
      UUID party,
      Set<UUID> exchanges,
      List<JsonNode> entities,
      List<JsonNode> manifests,
      Verdict verdict) {
    try {
      var newest = new HashMap<UUID, ShareManifest>();
      for (var signed : manifests) {
        follow(newest, ShareManifest.decode(bytes(signed, "manifest")), signed, party);
      }
      remembered.forEach((exchange, known) -> requireStillThere(exchange, known, newest));
      if (!newest.keySet().containsAll(exchanges)) {
        throw new CryptoRefusal(CryptoRefusal.Reason.ROLLED_BACK);
      }
      newest.forEach((exchange, last) -> last.requireCovers(tallyOf(exchange, entities)));
      remembered.putAll(newest);
    } catch (CryptoRefusal refused) {
      verdict.refusals().add(refused.reason().name());
    }
  }

  private static void follow(
      Map<UUID, ShareManifest> newest, ShareManifest manifest, JsonNode signed, UUID party) {
    manifest.requireSignedBy(bytes(signed, "signingKey"));
    if (!manifest.header().delegate().equals(party)) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_A_RECIPIENT);
    }
    var before = newest.put(manifest.header().exchange(), manifest);
    if (before != null) {
      manifest.requireFollows(before);
    } else if (manifest.sequence() != 1) {
      throw new CryptoRefusal(CryptoRefusal.Reason.BROKEN_CHAIN);
    }
  }

  private static void requireStillThere(
      UUID exchange, ShareManifest known, Map<UUID, ShareManifest> newest) {
    var now = newest.get(exchange);
    if (now == null || now.sequence() < known.sequence()) {
      throw new CryptoRefusal(CryptoRefusal.Reason.ROLLED_BACK);
    }
  }

  private static ManifestTally tallyOf(UUID exchange, List<JsonNode> entities) {
    var tally = new ManifestTally();
    entities.stream()
        .filter(one -> uuid(one.get("delegation"), "exchangeId").equals(exchange))
        .sorted((one, other) -> one.get("id").asString().compareTo(other.get("id").asString()))
        .map(
            one ->
                new ManifestEntry(
                    uuid(one, "id"),
                    one.get("fhirType").asString(),
                    one.get("version").asInt(),
                    KeyId.ofHex(one.get("delegation").get("contentKeyId").asString())))
        .forEach(tally::add);
    return tally;
  }

  private static UUID uuid(JsonNode node, String field) {
    return UUID.fromString(node.get(field).asString());
  }

  private static byte[] bytes(JsonNode node, String field) {
    return Base64.getUrlDecoder().decode(node.get(field).asString());
  }
}
