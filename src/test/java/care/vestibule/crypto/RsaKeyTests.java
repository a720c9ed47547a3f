package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PRIVATE_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.RSA_EXPONENT;
import static care.vestibule.crypto.CryptoRefusal.Reason.RSA_TOO_SHORT;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRAILING_BYTES;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;
import static care.vestibule.crypto.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsaKeyTests {

  private static final BigInteger F4 = BigInteger.valueOf(65_537);

  private final PartyKeyPair pair = new SampleEntity(5, Suite.RSA_OAEP).patient;
  private final byte[] encoded = pair.publicKey().encryption();
  private final BigInteger modulus = RsaPublicKeys.modulusOf(encoded);

  @Test
  void aKeyHasOneEncodingOf422Bytes() {
    assertThat(encoded).hasSize(422).isEqualTo(Der.publicKey(modulus, F4));
    assertThat(pair.publicKey().encoded()).hasSize(466);
    assertThat(PartyPublicKey.decode(pair.publicKey().encoded())).isEqualTo(pair.publicKey());
  }

  @Test
  void aNewKeyHas3072BitsAndTheExponent65537() {
    try (var fresh = PartyKeyPair.generate(Suite.RSA_OAEP, new SecureRandom())) {
      assertThat(RsaPublicKeys.modulusOf(fresh.publicKey().encryption()).bitLength())
          .isEqualTo(3072);
      try (var again = PartyKeyPair.decode(fresh.encoded())) {
        assertThat(again.publicKey()).isEqualTo(fresh.publicKey());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 512, 1024, 2048, 3071})
  void aKeyOfFewerThan3072BitsIsTooShort(int bits) {
    var shorter = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    assertThat(reason(Der.publicKey(shorter, F4))).isEqualTo(RSA_TOO_SHORT);
  }

  @ParameterizedTest
  @ValueSource(ints = {3073, 4096, 8192})
  void aKeyOfMoreBitsHasAnotherLengthThanTheSuite(int bits) {
    var longer = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    assertThat(reason(Der.publicKey(longer, F4))).isEqualTo(WRONG_LENGTH);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 17, 35, 257, 65_535, 65_536, 65_539, 4_294_967_297L})
  void anyOtherExponentIsRefused(long exponent) {
    assertThat(reason(Der.publicKey(modulus, BigInteger.valueOf(exponent))))
        .isEqualTo(RSA_EXPONENT);
  }

  @Test
  void anEvenModulusIsNoKey() {
    assertThat(reason(Der.publicKey(modulus.clearBit(0), F4))).isEqualTo(INVALID_PUBLIC_KEY);
  }

  @Test
  void numbersAreWrittenInOneWay() {
    var number = modulus.toByteArray();
    var padded = new byte[number.length + 1];
    System.arraycopy(number, 0, padded, 1, number.length);
    var negative = Arrays.copyOfRange(number, 1, number.length);
    for (var wrong : new byte[][] {padded, negative, {}}) {
      var integer = Der.value(DerReader.INTEGER, wrong);
      assertThat(reason(Der.publicKey(Der.RSA, integer, Der.integer(F4)))).isEqualTo(NOT_CANONICAL);
    }
    var paddedExponent = HexFormat.of().parseHex("020400010001");
    assertThat(reason(Der.publicKey(Der.RSA, Der.integer(modulus), paddedExponent)))
        .isEqualTo(NOT_CANONICAL);
  }

  @ParameterizedTest
  @CsvSource({
    "06092a864886f70d010101, UNEXPECTED_FIELD",
    "06092a864886f70d01010a, UNEXPECTED_FIELD",
    "06092a864886f70d0101010500ff, UNEXPECTED_FIELD",
    "06072a8648ce3d0201, UNEXPECTED_FIELD",
  })
  void anotherAlgorithmIsAnotherField(String algorithm, CryptoRefusal.Reason reason) {
    var bytes = HexFormat.of().parseHex(algorithm);
    assertThat(reason(Der.publicKey(bytes, Der.integer(modulus), Der.integer(F4))))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "3000, TRUNCATED",
    "30820001, NOT_CANONICAL",
    "3081, TRUNCATED",
    "30817f, NOT_CANONICAL",
    "308200ff, NOT_CANONICAL",
    "30820100, TRUNCATED",
    "308180, TRUNCATED",
    "3080, TRUNCATED",
    "30800000, NOT_CANONICAL",
    "3083000100, NOT_CANONICAL",
    "30, TRUNCATED",
    "02, UNEXPECTED_FIELD",
    "0200, UNEXPECTED_FIELD",
    "30020000, UNEXPECTED_FIELD",
  })
  void lengthsAreWrittenInOneWay(String hex, CryptoRefusal.Reason reason) {
    assertThat(reason(HexFormat.of().parseHex(hex))).isEqualTo(reason);
  }

  @Test
  void whatFollowsAnEndIsRefusedOnEveryLevel() {
    var exponentAndMore = concat(Der.integer(F4), new byte[] {5, 0});
    assertThat(reason(concat(encoded, new byte[1]))).isEqualTo(TRAILING_BYTES);
    assertThat(reason(Der.publicKey(Der.RSA, Der.integer(modulus), exponentAndMore)))
        .isEqualTo(TRAILING_BYTES);
    var key = Der.value(DerReader.SEQUENCE, Der.integer(modulus), Der.integer(F4));
    var algorithm = Der.value(DerReader.SEQUENCE, Der.RSA);
    var bits = Der.value(DerReader.BIT_STRING, new byte[1], key, new byte[1]);
    assertThat(reason(Der.value(DerReader.SEQUENCE, algorithm, bits))).isEqualTo(TRAILING_BYTES);
    var tail = Der.value(DerReader.BIT_STRING, new byte[1], key);
    assertThat(reason(Der.value(DerReader.SEQUENCE, algorithm, tail, new byte[] {5, 0})))
        .isEqualTo(TRAILING_BYTES);
    var unused = Der.value(DerReader.BIT_STRING, new byte[] {1}, key);
    assertThat(reason(Der.value(DerReader.SEQUENCE, algorithm, unused))).isEqualTo(NOT_CANONICAL);
  }

  @Test
  void whatEndsTooEarlyIsTruncated() {
    for (var length = 0; length < encoded.length; length++) {
      assertThat(reason(Arrays.copyOf(encoded, length))).isEqualTo(TRUNCATED);
    }
  }

  @Test
  void aPrivateKeyFitsItsSuiteAndHasOneEncoding() throws GeneralSecurityException {
    var pkcs8 = TestKeys.rsaPrivateKey(0);
    RsaKeys.requirePrivateKey(pkcs8);
    assertThat(privateReason(Arrays.copyOf(pkcs8, pkcs8.length - 1)))
        .isEqualTo(INVALID_PRIVATE_KEY);
    assertThat(privateReason(new byte[32])).isEqualTo(INVALID_PRIVATE_KEY);
    assertThat(privateReason(generated(2048, F4))).isEqualTo(RSA_TOO_SHORT);
    assertThat(privateReason(generated(3072, BigInteger.valueOf(3)))).isEqualTo(RSA_EXPONENT);
  }

  private static byte[] generated(int bits, BigInteger exponent) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), new SeededRandom(bits));
    return generator.generateKeyPair().getPrivate().getEncoded();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static CryptoRefusal.Reason reason(byte[] publicKey) {
    return reasonOf(() -> RsaPublicKeys.modulusOf(publicKey));
  }

  private static CryptoRefusal.Reason privateReason(byte[] pkcs8) {
    return reasonOf(() -> RsaKeys.requirePrivateKey(pkcs8));
  }
}
