package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.SMALL_ORDER;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRAILING_BYTES;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_SUITE;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_VERSION;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTests {

  private static final int FIRST_LENGTH = 2 + TlvReader.FIELD_HEAD - 1;
  private static final int X25519_START = 2 + TlvReader.FIELD_HEAD + 1184;

  private final SampleEntity sealed = new SampleEntity(11);
  private final byte[] publicKey = sealed.patient.publicKey().encoded();

  @Test
  void aPublicKeyIsReadAsItWasWritten() {
    assertThat(publicKey).hasSize(1260);
    assertThat(PartyPublicKey.decode(publicKey)).isEqualTo(sealed.patient.publicKey());
  }

  @Test
  void everythingThatEndsTooEarlyIsTruncated() {
    for (var length = 0; length < publicKey.length; length++) {
      assertThat(reasonFor(Arrays.copyOf(publicKey, length))).isEqualTo(TRUNCATED);
    }
    for (var length = 0; length < sealed.record.length; length++) {
      var part = Arrays.copyOf(sealed.record, length);
      assertThat(reason(() -> ExchangeRecord.decode(part))).isIn(TRUNCATED, UNEXPECTED_FIELD);
    }
  }

  @Test
  void whatFollowsTheEndIsRefused() {
    assertThat(reasonFor(Arrays.copyOf(publicKey, publicKey.length + 1))).isEqualTo(TRAILING_BYTES);
    var record = Arrays.copyOf(sealed.record, sealed.record.length + 1);
    assertThat(reason(() -> ExchangeRecord.decode(record))).isEqualTo(TRAILING_BYTES);
  }

  @Test
  void versionsSuitesFieldsAndLengthsAreThoseOfTheListAndNoOthers() {
    assertThat(reasonFor(changed(key -> key[0] = 2))).isEqualTo(UNKNOWN_VERSION);
    assertThat(reasonFor(changed(key -> key[1] = 3))).isEqualTo(UNKNOWN_SUITE);
    assertThat(reasonFor(changed(key -> key[2] = 2))).isEqualTo(UNEXPECTED_FIELD);
    assertThat(reasonFor(changed(key -> key[FIRST_LENGTH]++))).isEqualTo(WRONG_LENGTH);
    assertThat(reasonFor(changed(key -> key[FIRST_LENGTH - 3] = -1))).isEqualTo(WRONG_LENGTH);
  }

  @Test
  void anEnvelopeNamesAVersionAndACipherOfTheList() {
    var envelope = sealed.envelope.clone();
    envelope[0]++;
    assertThat(reason(() -> open(envelope))).isEqualTo(UNKNOWN_VERSION);
    envelope[0]--;
    envelope[1]++;
    assertThat(reason(() -> open(envelope))).isEqualTo(UNKNOWN_SUITE);
    assertThat(reason(() -> open(new byte[29]))).isEqualTo(TRUNCATED);
  }

  @Test
  void aWrappedKeyOfAnotherLengthIsRefused() {
    var longer = Arrays.copyOf(sealed.wrapped, sealed.wrapped.length + 1);
    assertThat(reason(() -> sealed.exchangeKey.unwrap(longer, sealed.delegation)))
        .isEqualTo(WRONG_LENGTH);
  }

  @Test
  void aLatticeKeyWithUnreducedCoefficientsIsNotCanonical() {
    assertThat(reasonFor(changed(key -> key[7] = key[8] = -1))).isEqualTo(NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void anX25519PointOfSmallOrderIsNoKey(String point) {
    assertThat(reasonFor(withX25519(point))).isEqualTo(SMALL_ORDER);
  }

  @Test
  void anX25519PointWithItsUnusedBitSetIsASecondSpellingAndRefused() {
    assertThat(reasonFor(changed(key -> key[X25519_START + 31] |= (byte) 0x80)))
        .isEqualTo(NOT_CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000"
      })
  void anEd25519KeyIsACanonicalPointOfFullOrder(String point) {
    assertThat(
            reasonFor(changed(key -> copy(HexFormat.of().parseHex(point), key, key.length - 32))))
        .isEqualTo(INVALID_PUBLIC_KEY);
  }

  private byte[] withX25519(String point) {
    return changed(key -> copy(HexFormat.of().parseHex(point), key, X25519_START));
  }

  private static void copy(byte[] from, byte[] to, int offset) {
    System.arraycopy(from, 0, to, offset, from.length);
  }

  private byte[] changed(Consumer<byte[]> change) {
    var bytes = publicKey.clone();
    change.accept(bytes);
    return bytes;
  }

  private byte[] open(byte[] envelope) {
    return ContentEnvelope.open(sealed.contentKey, sealed.entity, envelope);
  }

  private static CryptoRefusal.Reason reasonFor(byte[] publicKey) {
    return reason(() -> PartyPublicKey.decode(publicKey));
  }

  private static CryptoRefusal.Reason reason(Runnable decoding) {
    return catchThrowableOfType(CryptoRefusal.class, decoding::run).reason();
  }
}
