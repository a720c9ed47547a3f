package care.vestibule.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every format and derivation gives for given keys and chance.
 *
 * <p>The file is read by this build's tests in Java and in TypeScript. It was written once, by
 * running this class; a change of it is a change of the formats.
 */
final class KnownAnswers {

  static final Path FILE = Path.of("src/test/resources/crypto/known-answers.json");

  private static final long SEED = 20260301;
  private static final UUID INVITATION = UUID.fromString("17171717-0000-4000-8000-00000000001a");
  private static final int GENERATION = 2;
  private static final String BASE_URL = "https://vestibule.example";

  private KnownAnswers() {}

  /** Writes the file. */
  public static void main(String[] args) throws IOException {
    var mapper =
        JsonMapper.builder()
            .enable(
                SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, mapper.writeValueAsString(compute()) + "\n");
  }

  static Map<String, Object> read() throws IOException {
    @SuppressWarnings("unchecked")
    Map<String, Object> known = JsonMapper.shared().readValue(Files.readString(FILE), Map.class);
    return known;
  }

  static Map<String, Object> compute() {
    var sealed = new SampleEntity(SEED);
    var answers = new TreeMap<String, Object>();
    answers.put("doctor", party(sealed.doctor));
    answers.put("patient", party(sealed.patient));
    answers.put("place", place(sealed.delegation, sealed.entity.version()));
    answers.put("content", content(sealed));
    answers.put("exchangeKey", text(sealed.exchangeKey.bytes()));
    answers.put("wrapped", text(sealed.wrapped));
    answers.put("record", text(sealed.record));
    answers.put("invitation", invitation(sealed));
    answers.put("login", login(sealed.patient));
    answers.put("stored", stored());
    answers.put("rsa", rsa());
    answers.put("manifests", manifests());
    answers.put("codes", codes());
    answers.put("refusedKeys", RefusedKeys.all());
    return answers;
  }

  private static Map<String, Object> manifests() {
    var shared = new SampleManifests(SEED);
    var entries =
        shared.entries.stream()
            .map(
                one ->
                    Map.of(
                        "entity", one.entity().toString(),
                        "type", one.type(),
                        "version", one.version(),
                        "contentKeyId", one.contentKey().hex()))
            .toList();
    return Map.of(
        "signer", text(shared.signer()),
        "entries", entries,
        "first", text(shared.first.encoded()),
        "second", text(shared.second.encoded()),
        "hash", text(shared.second.hash()));
  }

  private static Map<String, Object> codes() {
    return Map.of(
        "recovery", code(BackupCode.Kind.RECOVERY), "transfer", code(BackupCode.Kind.TRANSFER));
  }

  private static Map<String, Object> code(BackupCode.Kind kind) {
    var random = new SeededRandom(SEED);
    var clinic = new SampleEntity(SEED).exchange.clinic();
    try (var code = BackupCode.generate(kind, random)) {
      var rsa = new SampleEntity(SEED, Suite.RSA_OAEP).patient;
      return Map.of(
          "text", new String(code.text()),
          "id", HexFormat.of().formatHex(code.id()),
          "sealed", text(code.seal(clinic, new SampleEntity(SEED).patient, random)),
          "sealedRsa", text(code.seal(clinic, rsa, random)));
    }
  }

  private static Map<String, Object> rsa() {
    var sealed = new SampleEntity(SEED, Suite.RSA_OAEP);
    return Map.of(
        "doctor", rsaParty(sealed.doctor),
        "patient", rsaParty(sealed.patient),
        "exchangeKey", text(sealed.exchangeKey.bytes()),
        "record", text(sealed.record));
  }

  private static Map<String, Object> rsaParty(PartyKeyPair keys) {
    var key = keys.publicKey();
    return Map.of(
        "privateKeys", text(keys.encoded()),
        "publicKey", text(key.encoded()),
        "keyId", key.id().hex(),
        "fingerprint", key.fingerprint());
  }

  private static Map<String, Object> party(PartyKeyPair keys) {
    var key = keys.publicKey();
    return Map.of(
        "privateKeys", text(keys.encoded()),
        "encryptionSeed", text(keys.encryptionSeed()),
        "signingSeed", text(keys.signingSeed()),
        "publicKey", text(key.encoded()),
        "keyId", key.id().hex(),
        "fingerprint", key.fingerprint());
  }

  private static Map<String, Object> place(DelegationHeader by, int version) {
    return Map.of(
        "clinic", by.clinic().toString(),
        "entity", by.entity().toString(),
        "type", by.type(),
        "version", version,
        "exchange", by.exchange().toString(),
        "delegator", by.delegator().toString(),
        "delegate", by.delegate().toString(),
        "permission", by.permission().name());
  }

  private static Map<String, Object> content(SampleEntity sealed) {
    return Map.of(
        "key", text(sealed.contentKey.bytes()),
        "keyId", sealed.contentKey.id().hex(),
        "plaintext", new String(SampleEntity.PLAINTEXT, UTF_8),
        "envelope", text(sealed.envelope));
  }

  private static Map<String, Object> invitation(SampleEntity sealed) {
    try (var key = InvitationKey.of(counting(1))) {
      var bind = key.bind(INVITATION, GENERATION);
      var clinic = sealed.delegation.clinic();
      var claim = new KeyClaim(clinic, INVITATION, GENERATION, sealed.patient.publicKey());
      return Map.of(
          "id", INVITATION.toString(),
          "generation", GENERATION,
          "secret", text(key.linkSecret(INVITATION, GENERATION)),
          "bind", text(bind),
          "mac", text(claim.mac(bind)),
          "signature", text(sealed.patient.sign(claim.encoded())));
    }
  }

  private static Map<String, Object> login(PartyKeyPair keys) {
    var message = LoginChallenge.message(BASE_URL, counting(9));
    return Map.of(
        "baseUrl", BASE_URL,
        "nonce", text(counting(9)),
        "signature", text(keys.sign(message)));
  }

  /** What the server alone derives; only this language has to agree with itself. */
  private static Map<String, Object> stored() {
    try (var pepper = Pepper.of(counting(2));
        var master = MasterSecret.of(counting(3))) {
      return Map.of(
          "hash", text(pepper.hash(new byte[16], new byte[8])),
          "password", text(master.derive("keystore-entry", INVITATION)));
    }
  }

  private static byte[] counting(int from) {
    var bytes = new byte[32];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
