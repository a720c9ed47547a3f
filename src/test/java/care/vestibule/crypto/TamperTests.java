package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TamperTests {

  private static final UUID OTHER = UUID.fromString("ffffffff-0000-4000-8000-000000000009");

  private final SampleEntity sealed = new SampleEntity(7);

  @Test
  void whatWasNotTouchedOpens() {
    assertThat(sealed.open(sealed.record, sealed.wrapped, sealed.envelope))
        .isEqualTo(SampleEntity.PLAINTEXT);
  }

  @Test
  void anyFlippedBitOfAnEnvelopeIsRefused() {
    eachFlippedBitOf(
        sealed.envelope,
        changed -> refused(() -> ContentEnvelope.open(sealed.contentKey, sealed.entity, changed)));
  }

  @Test
  void anyFlippedBitOfAWrappedKeyIsRefused() {
    eachFlippedBitOf(
        sealed.wrapped,
        changed -> refused(() -> sealed.exchangeKey.unwrap(changed, sealed.delegation)));
  }

  @Test
  void aFlippedBitInAnyByteOfAnExchangeRecordIsRefused() {
    var random = new SeededRandom(2);
    for (var position = 0; position < sealed.record.length; position++) {
      var changed = sealed.record.clone();
      changed[position] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      refused(() -> sealed.open(changed, sealed.wrapped, sealed.envelope));
    }
  }

  @Test
  void aChangedExchangeRecordDoesNotOpenEvenForWhoForgetsItsSignature() {
    var random = new SeededRandom(3);
    var signatureStart = sealed.record.length - Ed25519Signatures.SIGNATURE_SIZE;
    for (var i = 0; i < 500; i++) {
      var changed = sealed.record.clone();
      changed[random.nextInt(signatureStart)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      var thrown =
          catchThrowableOfType(
              CryptoRefusal.class, () -> ExchangeRecord.decode(changed).open(sealed.patient));
      // The other recipient's part is the one thing the patient's own does not authenticate.
      if (thrown == null) {
        assertThat(ExchangeRecord.decode(changed).isSignedBy(sealed.doctor.publicKey().signing()))
            .isFalse();
      }
    }
  }

  @Test
  void anEnvelopeOpensNowhereElse() {
    var at = sealed.entity;
    Stream.of(
            new EntityHeader(OTHER, at.entity(), at.type(), at.version()),
            new EntityHeader(at.clinic(), OTHER, at.type(), at.version()),
            new EntityHeader(at.clinic(), at.entity(), "Observation", at.version()),
            new EntityHeader(at.clinic(), at.entity(), at.type(), at.version() + 1),
            new EntityHeader(at.clinic(), at.entity(), at.type(), at.version() - 1))
        .forEach(
            elsewhere ->
                refusedAs(
                    NOT_AUTHENTIC,
                    () -> ContentEnvelope.open(sealed.contentKey, elsewhere, sealed.envelope)));
  }

  @Test
  void aWrappedKeyOpensForNobodyElse() {
    var by = sealed.delegation;
    var key = by.contentKey();
    var otherKey = ContentKey.generate(new SeededRandom(1)).id();
    Stream.of(
            delegation(OTHER, by.entity(), by.type(), key, by.exchange(), by.delegator()),
            delegation(by.clinic(), OTHER, by.type(), key, by.exchange(), by.delegator()),
            delegation(by.clinic(), by.entity(), "Claim", key, by.exchange(), by.delegator()),
            delegation(by.clinic(), by.entity(), by.type(), otherKey, by.exchange(), OTHER),
            delegation(by.clinic(), by.entity(), by.type(), key, OTHER, by.delegator()),
            delegation(by.clinic(), by.entity(), by.type(), key, by.exchange(), OTHER),
            as(by.delegator(), Permission.READ),
            as(by.delegate(), Permission.WRITE))
        .forEach(
            other ->
                refusedAs(NOT_AUTHENTIC, () -> sealed.exchangeKey.unwrap(sealed.wrapped, other)));
  }

  @Test
  void anExchangeRecordOfAnotherPairOrTimeIsAnotherRecord() {
    var is = sealed.exchange;
    Stream.of(
            new ExchangeHeader(OTHER, is.exchange(), is.delegator(), is.delegate(), is.createdAt()),
            new ExchangeHeader(is.clinic(), OTHER, is.delegator(), is.delegate(), is.createdAt()),
            new ExchangeHeader(is.clinic(), is.exchange(), OTHER, is.delegate(), is.createdAt()),
            new ExchangeHeader(is.clinic(), is.exchange(), is.delegator(), OTHER, is.createdAt()),
            new ExchangeHeader(
                is.clinic(),
                is.exchange(),
                is.delegator(),
                is.delegate(),
                is.createdAt().plus(Duration.ofNanos(1_000))))
        .map(header -> headerOfOneBodyOfAnother(header))
        .forEach(
            mixed ->
                refusedAs(NOT_AUTHENTIC, () -> ExchangeRecord.decode(mixed).open(sealed.patient)));
  }

  private byte[] headerOfOneBodyOfAnother(ExchangeHeader header) {
    var mixed = sealed.record.clone();
    var headLength = 2 + 4 * (TlvReader.FIELD_HEAD + 16) + TlvReader.FIELD_HEAD + Long.BYTES;
    System.arraycopy(sealed.sealRecord(header, new SeededRandom(5)), 0, mixed, 0, headLength);
    return mixed;
  }

  private DelegationHeader delegation(
      UUID clinic, UUID entity, String type, KeyId key, UUID exchange, UUID delegator) {
    return new DelegationHeader(
        clinic,
        entity,
        type,
        key,
        exchange,
        delegator,
        sealed.delegation.delegate(),
        Permission.READ);
  }

  private DelegationHeader as(UUID delegate, Permission permission) {
    var by = sealed.delegation;
    return new DelegationHeader(
        by.clinic(),
        by.entity(),
        by.type(),
        by.contentKey(),
        by.exchange(),
        by.delegator(),
        delegate,
        permission);
  }

  private static void eachFlippedBitOf(byte[] bytes, Consumer<byte[]> check) {
    for (var bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      var changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      check.accept(changed);
    }
  }

  private static void refused(ThrowingCallable opening) {
    assertThatExceptionOfType(CryptoRefusal.class).isThrownBy(opening);
  }

  private static void refusedAs(CryptoRefusal.Reason reason, ThrowingCallable opening) {
    assertThatExceptionOfType(CryptoRefusal.class)
        .isThrownBy(opening)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }
}
