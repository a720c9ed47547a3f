package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.MIXED_SUITES;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_AUTHENTIC;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_A_RECIPIENT;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.SMALL_ORDER;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_SUITE;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;
import static care.vestibule.crypto.Refusals.reasonOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuiteTests {

  private static final SealingContext CONTEXT =
      new SealingContext("test", "context".getBytes(UTF_8));

  @ParameterizedTest
  @EnumSource
  void aRecordOfEitherSuiteOpensForBothItsRecipients(Suite suite) {
    var sealed = new SampleEntity(3, suite);
    var record = ExchangeRecord.decode(sealed.record);

    assertThat(sealed.open(sealed.record, sealed.wrapped, sealed.envelope))
        .isEqualTo(SampleEntity.PLAINTEXT);
    assertThat(record.open(sealed.doctor).bytes()).isEqualTo(sealed.exchangeKey.bytes());
    assertThat(record.encoded()).isEqualTo(sealed.record);
    assertThat(record.header()).isEqualTo(sealed.exchange);
    assertThat(record.signer()).isEqualTo(sealed.doctor.publicKey().id());
    assertThat(record.isSealedTo(new KeyId(new byte[16]))).isFalse();
  }

  @Test
  void recordsOfTheSuitesHaveTheSizesOfTheFormat() {
    assertThat(new SampleEntity(3, Suite.RSA_OAEP).record)
        .hasSize(2 + 4 * 21 + 13 + 21 + 2 * 415 + 69);
    assertThat(new SampleEntity(3).record).hasSize(2 + 4 * 21 + 13 + 21 + 2 * 1199 + 69);
  }

  @Test
  void oneSecretIsNeverSealedUnderTwoSuites() {
    var lattice = new SampleEntity(3);
    var rsa = new SampleEntity(3, Suite.RSA_OAEP);
    var both = List.of(lattice.patient.publicKey(), rsa.doctor.publicKey());

    assertThat(
            reasonOf(
                () ->
                    ExchangeRecord.seal(
                        lattice.exchange,
                        lattice.exchangeKey,
                        both,
                        lattice.doctor,
                        new SeededRandom(1))))
        .isEqualTo(MIXED_SUITES);
  }

  @Test
  void aRecordHasOneToSixteenRecipients() {
    var sealed = new SampleEntity(3);
    var random = new SeededRandom(8);
    var keys = new java.util.ArrayList<PartyPublicKey>();
    for (var i = 0; i < 16; i++) {
      keys.add(PartyKeyPair.generate(random).publicKey());
    }
    var record = sealTo(sealed, keys);
    keys.forEach(key -> assertThat(ExchangeRecord.decode(record).isSealedTo(key.id())).isTrue());

    keys.add(sealed.doctor.publicKey());
    assertThatThrownBy(() -> sealTo(sealed, keys)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sealTo(sealed, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] sealTo(SampleEntity sealed, List<PartyPublicKey> keys) {
    return ExchangeRecord.seal(
        sealed.exchange, sealed.exchangeKey, keys, sealed.doctor, new SeededRandom(1));
  }

  @Test
  void aSignerOfOneSuiteMaySealToPartiesOfTheOther() {
    var lattice = new SampleEntity(3);
    var rsa = new SampleEntity(3, Suite.RSA_OAEP);
    var bytes =
        ExchangeRecord.seal(
            rsa.exchange,
            rsa.exchangeKey,
            List.of(rsa.patient.publicKey()),
            lattice.doctor,
            new SeededRandom(1));
    var record = ExchangeRecord.decode(bytes);

    assertThat(record.isSignedBy(lattice.doctor.publicKey().signing())).isTrue();
    assertThat(record.open(rsa.patient).bytes()).isEqualTo(rsa.exchangeKey.bytes());
    assertThat(reasonOf(() -> record.open(lattice.doctor))).isEqualTo(NOT_A_RECIPIENT);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSealedOpensInItsContextAndWithItsKeyOnly(Suite suite) {
    var sealing = suite.sealing();
    var pairs = new SampleEntity(4, suite);
    var secret = new byte[] {1, 2, 3};
    var sealed =
        sealing.seal(pairs.patient.publicKey().encryption(), CONTEXT, secret, new SeededRandom(2));
    var elsewhere = new SealingContext("test", "contexts".getBytes(UTF_8));

    assertThat(sealed).hasSize(sealing.sealedSize(3));
    assertThat(sealing.open(pairs.patient.encryption(), CONTEXT, sealed)).isEqualTo(secret);
    assertThat(reasonOf(() -> sealing.open(pairs.doctor.encryption(), CONTEXT, sealed)))
        .isEqualTo(NOT_AUTHENTIC);
    assertThat(reasonOf(() -> sealing.open(pairs.patient.encryption(), elsewhere, sealed)))
        .isEqualTo(NOT_AUTHENTIC);
    assertThat(reasonOf(() -> sealing.open(pairs.patient.encryption(), CONTEXT, new byte[383])))
        .isEqualTo(WRONG_LENGTH);
  }

  @Test
  void anEncapsulationWithAPointOfSmallOrderIsRefused() {
    var sealing = Suite.X_WING.sealing();
    var patient = new SampleEntity(4).patient;
    var sealed =
        sealing.seal(patient.publicKey().encryption(), CONTEXT, new byte[3], new SeededRandom(2));
    var zero = sealed.clone();
    Arrays.fill(zero, 1088, 1120, (byte) 0);
    var unusedBit = sealed.clone();
    unusedBit[1119] |= (byte) 0x80;

    assertThat(reasonOf(() -> sealing.open(patient.encryption(), CONTEXT, zero)))
        .isEqualTo(SMALL_ORDER);
    assertThat(reasonOf(() -> sealing.open(patient.encryption(), CONTEXT, unusedBit)))
        .isEqualTo(NOT_CANONICAL);
    assertThat(reasonOf(() -> sealing.open(patient.encryption(), CONTEXT, new byte[1135])))
        .isEqualTo(WRONG_LENGTH);
  }

  @Test
  void rsaSealsAtMost318Bytes() {
    var sealing = Suite.RSA_OAEP.sealing();
    assertThat(sealing.sealedSize(318)).isEqualTo(384);
    assertThatThrownBy(() -> sealing.sealedSize(319)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void privateKeysAreReadAsTheyWereWritten(Suite suite) {
    var pair = new SampleEntity(6, suite).patient;
    var encoded = pair.encoded();
    try (var again = PartyKeyPair.decode(encoded)) {
      assertThat(again.publicKey()).isEqualTo(pair.publicKey());
      assertThat(again.encoded()).isEqualTo(encoded);
    }
    var otherSuite = encoded.clone();
    otherSuite[1] = 0;
    assertThat(reasonOf(() -> PartyKeyPair.decode(otherSuite))).isEqualTo(UNKNOWN_SUITE);
    otherSuite[1] = (byte) (3 - suite.id());
    assertThat(reasonOf(() -> PartyKeyPair.decode(otherSuite))).isNotNull();
    for (var length = 0; length < encoded.length; length++) {
      var part = Arrays.copyOf(encoded, length);
      assertThat(reasonOf(() -> PartyKeyPair.decode(part)))
          .isEqualTo(CryptoRefusal.Reason.TRUNCATED);
    }
    var longer = Arrays.copyOf(encoded, encoded.length + 1);
    assertThat(reasonOf(() -> PartyKeyPair.decode(longer)))
        .isEqualTo(CryptoRefusal.Reason.TRAILING_BYTES);
  }

  @Test
  void onlyXWingKeysHaveASeed() {
    assertThat(new SampleEntity(6).patient.encryptionSeed()).hasSize(32);
    assertThatThrownBy(() -> new SampleEntity(6, Suite.RSA_OAEP).patient.encryptionSeed())
        .isInstanceOf(IllegalStateException.class);
  }
}
