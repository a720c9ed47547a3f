package care.vestibule.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One sealed entity with all that opens it, as Java and the browser hand it to each other. */
final class InteropCase {

  private final Random dice;
  private final SeededRandom random;
  private final PartyKeyPair doctor;
  private final PartyKeyPair patient;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private InteropCase(Suite suite, long seed) {
    dice = new Random(seed);
    random = new SeededRandom(seed);
    doctor = TestKeys.of(suite, 0, random);
    patient = TestKeys.of(suite, 1, random);
  }

  /** Seals a case of that number; the same number gives the same case. */
  static InteropCase sealed(Suite suite, int number) {
    var one = new InteropCase(suite, number);
    one.seal(number + " ü " + "x".repeat(number % 200));
    return one;
  }

  private void seal(String plaintext) {
    var entity = new EntityHeader(uuid(), uuid(), "Observation", 1 + dice.nextInt(1000));
    var pair = new ExchangeHeader(entity.clinic(), uuid(), uuid(), uuid(), Instant.EPOCH);
    var content = ContentKey.generate(random);
    var exchange = ExchangeKey.generate(random);
    var permission = dice.nextBoolean() ? Permission.READ : Permission.WRITE;
    var place =
        new DelegationHeader(
            entity.clinic(),
            entity.entity(),
            entity.type(),
            content.id(),
            pair.exchange(),
            pair.delegator(),
            pair.delegate(),
            permission);
    var recipients = List.of(patient.publicKey(), doctor.publicKey());
    fields.put("place", place(place, entity.version()));
    fields.put("plaintext", plaintext);
    fields.put("privateKeys", text(patient.encoded()));
    fields.put("keyId", patient.publicKey().id().hex());
    fields.put("signer", text(doctor.publicKey().signing()));
    fields.put("record", text(ExchangeRecord.seal(pair, exchange, recipients, doctor, random)));
    fields.put("wrapped", text(exchange.wrap(content, place, random)));
    fields.put(
        "envelope", text(ContentEnvelope.seal(content, entity, plaintext.getBytes(UTF_8), random)));
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** The same case with something changed in each of its parts. */
  List<Map<String, Object>> negatives() {
    return List.of(
        with("record", flipped("record")),
        with("record", signedAgain()),
        with("record", cut("record")),
        with("wrapped", flipped("wrapped")),
        with("wrapped", cut("wrapped")),
        with("envelope", flipped("envelope")),
        with("envelope", cut("envelope")));
  }

  private Map<String, Object> with(String name, byte[] value) {
    var changed = new LinkedHashMap<>(fields);
    changed.put(name, text(value));
    return changed;
  }

  private byte[] flipped(String name) {
    var bytes = bytes(name);
    bytes[dice.nextInt(bytes.length)] ^= (byte) (1 << dice.nextInt(Byte.SIZE));
    return bytes;
  }

  private byte[] cut(String name) {
    var bytes = bytes(name);
    return Arrays.copyOf(bytes, dice.nextInt(bytes.length));
  }

  /** What a delegator who signs anything would make of it: the seal itself has to hold. */
  private byte[] signedAgain() {
    var record = bytes("record");
    record[placeThePatientReads()] ^= (byte) (1 << dice.nextInt(Byte.SIZE));
    var body = Arrays.copyOf(record, record.length - TlvReader.FIELD_HEAD - 64);
    var signed = TlvWriter.labelled("vestibule/v1/exchange-signature").bytes(2, body).toBytes();
    System.arraycopy(doctor.sign(signed), 0, record, record.length - 64, 64);
    return record;
  }

  /** Somewhere in the header or in the patient's own part, but not in the doctor's. */
  private int placeThePatientReads() {
    var header = 2 + 4 * (TlvReader.FIELD_HEAD + 16) + TlvReader.FIELD_HEAD + 8 + 5 + KeyId.SIZE;
    var part = TlvReader.FIELD_HEAD + ExchangeWrap.size(patient.publicKey().suite());
    var place = dice.nextInt(header + part);
    var second = patient.publicKey().id().compareTo(doctor.publicKey().id()) > 0;
    return second && place >= header ? place + part : place;
  }

  private byte[] bytes(String name) {
    return Base64.getUrlDecoder().decode((String) fields.get(name));
  }

  private UUID uuid() {
    return new UUID(dice.nextLong(), dice.nextLong());
  }

  private static Map<String, Object> place(DelegationHeader by, int version) {
    return Map.of(
        "clinic", by.clinic().toString(),
        "entity", by.entity().toString(),
        "type", by.type(),
        "version", version,
        "contentKeyId", by.contentKey().hex(),
        "exchange", by.exchange().toString(),
        "delegator", by.delegator().toString(),
        "delegate", by.delegate().toString(),
        "permission", by.permission().name());
  }

  /** Opens a case of either half; answers {@code opened} or the reason why not. */
  static String resultOf(JsonNode one) {
    try {
      return open(one).equals(one.get("plaintext").asString()) ? "opened" : "opened something else";
    } catch (CryptoRefusal refusal) {
      return refusal.reason().name();
    }
  }

  private static String open(JsonNode one) {
    var place = one.get("place");
    var delegation = delegation(place);
    var record = ExchangeRecord.decode(bytes(one, "record"));
    if (!record.isSignedBy(bytes(one, "signer"))) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_SIGNED);
    }
    try (var patient = PartyKeyPair.decode(bytes(one, "privateKeys"));
        var shared = record.open(patient);
        var key = shared.unwrap(bytes(one, "wrapped"), delegation)) {
      var version = place.path("version").asInt(1);
      var entity =
          new EntityHeader(delegation.clinic(), delegation.entity(), delegation.type(), version);
      return new String(ContentEnvelope.open(key, entity, bytes(one, "envelope")), UTF_8);
    }
  }

  private static DelegationHeader delegation(JsonNode place) {
    return new DelegationHeader(
        uuid(place, "clinic"),
        uuid(place, "entity"),
        place.get("type").asString(),
        KeyId.ofHex(place.get("contentKeyId").asString()),
        uuid(place, "exchange"),
        uuid(place, "delegator"),
        uuid(place, "delegate"),
        Permission.valueOf(place.get("permission").asString()));
  }

  private static UUID uuid(JsonNode node, String name) {
    return UUID.fromString(node.get(name).asString());
  }

  static byte[] bytes(JsonNode node, String name) {
    return Base64.getUrlDecoder().decode(node.get(name).asString());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
