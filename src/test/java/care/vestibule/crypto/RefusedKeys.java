package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.INVALID_PUBLIC_KEY;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.RSA_EXPONENT;
import static care.vestibule.crypto.CryptoRefusal.Reason.RSA_TOO_SHORT;
import static care.vestibule.crypto.CryptoRefusal.Reason.SMALL_ORDER;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRAILING_BYTES;
import static care.vestibule.crypto.CryptoRefusal.Reason.TRUNCATED;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_SUITE;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNKNOWN_VERSION;
import static care.vestibule.crypto.CryptoRefusal.Reason.WRONG_LENGTH;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Public keys that both halves refuse, each for the same reason. */
final class RefusedKeys {

  private static final int X25519 = 2 + TlvReader.FIELD_HEAD + 1184;
  private static final List<String> SMALL_X25519 =
      List.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
  private static final List<String> SMALL_ED25519 =
      List.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0000000000000000000000000000000000000000000000000000000000000080",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000080",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private final byte[] lattice = new SampleEntity(21).patient.publicKey().encoded();
  private final byte[] rsa = new SampleEntity(21, Suite.RSA_OAEP).patient.publicKey().encoded();
  private final List<Map<String, Object>> all = new ArrayList<>();

  static List<Map<String, Object>> all() {
    var refused = new RefusedKeys();
    refused.formats();
    refused.latticeKeys();
    refused.rsaKeys();
    return refused.all;
  }

  private void formats() {
    for (var key : List.of(lattice, rsa)) {
      add(TRUNCATED, Arrays.copyOf(key, key.length - 1));
      add(TRUNCATED, new byte[0]);
      add(TRAILING_BYTES, Arrays.copyOf(key, key.length + 1));
      add(UNKNOWN_VERSION, changed(key, bytes -> bytes[0] = 0));
      add(UNKNOWN_SUITE, changed(key, bytes -> bytes[1] = 0));
      add(UNKNOWN_SUITE, changed(key, bytes -> bytes[1] = 3));
      add(UNEXPECTED_FIELD, changed(key, bytes -> bytes[2] = 2));
      for (var point : SMALL_ED25519) {
        add(INVALID_PUBLIC_KEY, changed(key, bytes -> put(point, bytes, bytes.length - 32)));
      }
    }
    add(UNEXPECTED_FIELD, changed(lattice, bytes -> bytes[1] = 1));
    add(WRONG_LENGTH, changed(rsa, bytes -> bytes[1] = 2));
  }

  private void latticeKeys() {
    for (var point : SMALL_X25519) {
      add(SMALL_ORDER, changed(lattice, bytes -> put(point, bytes, X25519)));
    }
    add(NOT_CANONICAL, changed(lattice, bytes -> bytes[X25519 + 31] |= (byte) 0x80));
    // Each of the 768 coefficients is looked at, and 3329 is the first that is too large.
    for (var pair : List.of(0, 1, 191, 383)) {
      add(NOT_CANONICAL, changed(lattice, bytes -> coefficients(bytes, pair, 3329, 3328)));
      add(NOT_CANONICAL, changed(lattice, bytes -> coefficients(bytes, pair, 3328, 3329)));
      add(NOT_CANONICAL, changed(lattice, bytes -> coefficients(bytes, pair, 4095, 0)));
    }
  }

  private void rsaKeys() {
    var modulus = RsaPublicKeys.modulusOf(PartyPublicKey.decode(rsa).encryption());
    var exponent = RsaPublicKeys.EXPONENT;
    for (var bits : List.of(1, 1024, 2048, 3071)) {
      var shorter = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
      addRsa(RSA_TOO_SHORT, Der.publicKey(shorter, exponent));
    }
    for (var bits : List.of(3073, 4096)) {
      var longer = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
      addRsa(WRONG_LENGTH, Der.publicKey(longer, exponent));
    }
    for (var other : List.of(0L, 1L, 3L, 17L, 65_536L, 65_539L, 4_294_967_297L)) {
      addRsa(RSA_EXPONENT, Der.publicKey(modulus, BigInteger.valueOf(other)));
    }
    addRsa(INVALID_PUBLIC_KEY, Der.publicKey(modulus.clearBit(0), exponent));
    var encoded = Der.publicKey(modulus, exponent);
    addRsa(TRAILING_BYTES, Arrays.copyOf(encoded, encoded.length + 1));
    addRsa(TRUNCATED, Arrays.copyOf(encoded, encoded.length - 1));
    var number = Der.integer(modulus);
    var twoZeros = Der.value(DerReader.INTEGER, new byte[1], modulus.toByteArray());
    addRsa(NOT_CANONICAL, Der.publicKey(Der.RSA, twoZeros, Der.integer(exponent)));
    var noNull = Arrays.copyOf(Der.RSA, Der.RSA.length - 2);
    addRsa(UNEXPECTED_FIELD, Der.publicKey(noNull, number, Der.integer(exponent)));
    addRsa(NOT_CANONICAL, HexFormat.of().parseHex("30800000"));
    addRsa(NOT_CANONICAL, HexFormat.of().parseHex("30817f"));
    addRsa(NOT_CANONICAL, HexFormat.of().parseHex("3083000100"));
  }

  private void addRsa(CryptoRefusal.Reason reason, byte[] encryption) {
    var signing = PartyPublicKey.decode(rsa).signing();
    add(reason, TlvWriter.versioned(1, 1).bytes(1, encryption).bytes(2, signing).toBytes());
  }

  private void add(CryptoRefusal.Reason reason, byte[] key) {
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    all.add(Map.of("reason", reason.name(), "key", text));
  }

  private static byte[] changed(byte[] key, Consumer<byte[]> change) {
    var bytes = key.clone();
    change.accept(bytes);
    return bytes;
  }

  private static void coefficients(byte[] key, int pair, int first, int second) {
    var at = 2 + TlvReader.FIELD_HEAD + 3 * pair;
    key[at] = (byte) first;
    key[at + 1] = (byte) (first >> 8 | second << 4);
    key[at + 2] = (byte) (second >> 4);
  }

  private static void put(String hex, byte[] to, int offset) {
    System.arraycopy(HexFormat.of().parseHex(hex), 0, to, offset, Ed25519.PUBLIC_KEY_SIZE);
  }
}
