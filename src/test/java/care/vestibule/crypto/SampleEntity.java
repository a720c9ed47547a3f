package care.vestibule.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One entity on its way from a doctor to a patient, with everything that seals it. */
final class SampleEntity {

  static final byte[] PLAINTEXT =
      "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Hypertonie, früh bemerkt\"}}"
          .getBytes(UTF_8);

  private static final UUID CLINIC = UUID.fromString("8f3c1c0e-7b0a-4a83-9a52-0d7f5a1f9b11");
  private static final UUID ENTITY = UUID.fromString("0b9d4a7e-52a1-4c6e-8d11-6f7a2f1e3c22");
  private static final UUID EXCHANGE = UUID.fromString("5a1f9b11-1c0e-4a83-8a52-0d7f8f3c7b33");
  private static final UUID DOCTOR = UUID.fromString("d0c70000-0000-4000-8000-000000000001");
  private static final UUID PATIENT = UUID.fromString("9a71e000-0000-4000-8000-000000000002");

  final PartyKeyPair doctor;
  final PartyKeyPair patient;
  final ContentKey contentKey;
  final ExchangeKey exchangeKey;
  final EntityHeader entity = new EntityHeader(CLINIC, ENTITY, "Condition", 3);
  final ExchangeHeader exchange =
      new ExchangeHeader(
          CLINIC, EXCHANGE, DOCTOR, PATIENT, Instant.parse("2026-03-01T10:15:30.123456Z"));
  final DelegationHeader delegation;
  final byte[] envelope;
  final byte[] wrapped;
  final byte[] record;

  SampleEntity(long seed) {
    this(seed, Suite.X_WING);
  }

  SampleEntity(long seed, Suite suite) {
    var random = new SeededRandom(seed);
    doctor = TestKeys.of(suite, 0, random);
    patient = TestKeys.of(suite, 1, random);
    contentKey = ContentKey.generate(random);
    exchangeKey = ExchangeKey.generate(random);
    delegation =
        new DelegationHeader(
            CLINIC,
            ENTITY,
            entity.type(),
            contentKey.id(),
            EXCHANGE,
            DOCTOR,
            PATIENT,
            Permission.READ);
    envelope = ContentEnvelope.seal(contentKey, entity, PLAINTEXT, random);
    wrapped = exchangeKey.wrap(contentKey, delegation, random);
    record = sealRecord(exchange, random);
  }

  byte[] sealRecord(ExchangeHeader header, SecureRandom random) {
    var recipients = List.of(doctor.publicKey(), patient.publicKey());
    return ExchangeRecord.seal(header, exchangeKey, recipients, doctor, random);
  }

  /** Opens what the three byte strings hold, as a patient's agent would. */
  byte[] open(byte[] recordBytes, byte[] wrappedBytes, byte[] envelopeBytes) {
    var read = ExchangeRecord.decode(recordBytes);
    if (!read.isSignedBy(doctor.publicKey().signing())) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_SIGNED);
    }
    try (var shared = read.open(patient);
        var key = shared.unwrap(wrappedBytes, delegation)) {
      return ContentEnvelope.open(key, entity, envelopeBytes);
    }
  }
}
