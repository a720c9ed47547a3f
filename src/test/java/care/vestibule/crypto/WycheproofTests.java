package care.vestibule.crypto;

import static care.vestibule.crypto.Wycheproof.bytes;
import static care.vestibule.crypto.Wycheproof.eachCase;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every primitive that is used, against the known ways in which implementations go wrong. */
class WycheproofTests {

  private static final MLKEMParameters ML_KEM = MLKEMParameters.ml_kem_768;

  @Test
  void aesGcmOpensWhatIsAuthenticAndNothingElse() {
    eachCase("aes_gcm_test.json", 316, WycheproofTests::aesGcm);
  }

  private static boolean aesGcm(JsonNode group, JsonNode vector) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var parameters = new GCMParameterSpec(group.get("tagSize").asInt(), bytes(vector, "iv"));
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(bytes(vector, "key"), "AES"), parameters);
      cipher.updateAAD(bytes(vector, "aad"));
      cipher.update(bytes(vector, "ct"));
      return Arrays.equals(cipher.doFinal(bytes(vector, "tag")), bytes(vector, "msg"));
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // An empty nonce is not even a parameter.
      return bytes(vector, "iv").length > 0 && fail(e);
    }
  }

  @Test
  void rsaOaepWithTheSuitesParametersOpensWhatIsSoundAndNothingElse() {
    eachCase(
        "rsa_oaep_3072_sha256_mgf1sha256_test.json",
        37,
        (group, vector) ->
            Arrays.equals(
                RsaOaep.decrypt(
                    RsaKeys.privateKey(bytes(group, "privateKeyPkcs8")),
                    bytes(vector, "label"),
                    bytes(vector, "ct")),
                bytes(vector, "msg")));
  }

  @Test
  void rsaOaepWithAnyOtherParametersIsSoundToo() {
    eachCase("rsa_oaep_misc_test.json", 395, WycheproofTests::rsaOaep);
  }

  private static boolean rsaOaep(JsonNode group, JsonNode vector) {
    try {
      var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          rsaKey(bytes(group, "privateKeyPkcs8")),
          new OAEPParameterSpec(
              group.get("sha").asString(),
              "MGF1",
              new MGF1ParameterSpec(group.get("mgfSha").asString()),
              new PSource.PSpecified(bytes(vector, "label"))));
      return Arrays.equals(cipher.doFinal(bytes(vector, "ct")), bytes(vector, "msg"));
    } catch (BadPaddingException e) {
      return false;
    } catch (GeneralSecurityException e) {
      return fail(e);
    }
  }

  private static PrivateKey rsaKey(byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  @Test
  void x25519AgreesOrRefusesASharedSecretOfZero() {
    eachCase(
        "x25519_test.json",
        518,
        (group, vector) -> agrees(bytes(vector, "public"), bytes(vector, "private"), vector));
  }

  @Test
  void x25519KeysInJwkAgreeToo() {
    eachCase(
        "x25519_jwk_test.json",
        531,
        (group, vector) -> agrees(jwk(vector, "public", "x"), jwk(vector, "private", "d"), vector));
  }

  private static byte[] jwk(JsonNode vector, String half, String member) {
    var key = vector.get(half);
    var isX25519 =
        key.path("kty").asString("").equals("OKP") && key.path("crv").asString("").equals("X25519");
    return isX25519 ? Base64.getUrlDecoder().decode(key.path(member).asString("")) : new byte[0];
  }

  /**
   * As {@link PublicKeyChecks} does it: what is not 32 canonical bytes, or agrees on zero, is out.
   */
  private static boolean agrees(byte[] point, byte[] scalar, JsonNode vector) {
    if (point.length != X25519.POINT_SIZE || scalar.length != X25519.SCALAR_SIZE) {
      return false;
    }
    var shared = new byte[X25519.POINT_SIZE];
    var isOfFullOrder = X25519.calculateAgreement(scalar, 0, point, 0, shared, 0);
    var expected = bytes(vector, "shared");
    if (!Arrays.equals(shared, expected)) {
      throw new AssertionError("A wrong secret for case " + vector.get("tcId"));
    }
    return isOfFullOrder;
  }

  @Test
  void ed25519VerifiesWhatIsSignedAndNothingElse() {
    eachCase(
        "ed25519_test.json",
        151,
        (group, vector) ->
            Ed25519Signatures.isValid(
                bytes(group.get("publicKey"), "pk"), bytes(vector, "msg"), bytes(vector, "sig")));
  }

  @Test
  void hkdfGivesTheBytesOfTheRfc() {
    eachCase(
        "hkdf_sha256_test.json",
        86,
        (group, vector) -> {
          try {
            var prk = Hkdf.extract(bytes(vector, "salt"), bytes(vector, "ikm"));
            var okm = Hkdf.expand(prk, bytes(vector, "info"), vector.get("size").asInt());
            return Arrays.equals(okm, bytes(vector, "okm"));
          } catch (IllegalArgumentException e) {
            return false;
          }
        });
  }

  @Test
  void hmacMatchesItsOwnTagAndNoOther() {
    eachCase(
        "hmac_sha256_test.json",
        174,
        (group, vector) -> {
          var mac = Hmac.sha256(bytes(vector, "key"), bytes(vector, "msg"));
          var size = group.get("tagSize").asInt() / Byte.SIZE;
          return MessageDigest.isEqual(Arrays.copyOf(mac, size), bytes(vector, "tag"));
        });
  }

  @Test
  void mlKemDecapsulatesWhatItsKeyEncapsulated() {
    eachCase(
        "mlkem_768_test.json",
        193,
        (group, vector) -> {
          try {
            var key = new MLKEMPrivateKeyParameters(ML_KEM, bytes(vector, "seed"));
            var secret = new MLKEMExtractor(key).extractSecret(bytes(vector, "c"));
            return Arrays.equals(key.getPublicKey(), bytes(vector, "ek"))
                && Arrays.equals(secret, bytes(vector, "K"));
          } catch (IllegalArgumentException e) {
            return false;
          }
        });
  }

  @Test
  void mlKemMakesTheKeysOfASeed() {
    eachCase(
        "mlkem_768_keygen_seed_test.json",
        100,
        (group, vector) -> {
          var key = new MLKEMPrivateKeyParameters(ML_KEM, bytes(vector, "seed"));
          var expanded =
              key.withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY).getEncoded();
          return Arrays.equals(key.getPublicKey(), bytes(vector, "ek"))
              && Arrays.equals(expanded, bytes(vector, "dk"));
        });
  }

  @Test
  void mlKemEncapsulatesToCanonicalKeysOnly() {
    eachCase(
        "mlkem_768_encaps_test.json",
        265,
        (group, vector) -> {
          var ek = bytes(vector, "ek");
          if (ek.length != 1184) {
            return false;
          }
          PublicKeyChecks.requireReducedCoefficients(ek);
          var key = new MLKEMPublicKeyParameters(ML_KEM, ek);
          var made = MLKEMGenerator.internalGenerateEncapsulated(key, bytes(vector, "m"));
          return Arrays.equals(made.getEncapsulation(), bytes(vector, "c"))
              && Arrays.equals(made.getSecret(), bytes(vector, "K"));
        });
  }

  @Test
  void mlKemRefusesExpandedKeysThatDoNotBelongTogether() {
    eachCase(
        "mlkem_768_semi_expanded_decaps_test.json",
        9,
        (group, vector) -> {
          try {
            var key = new MLKEMPrivateKeyParameters(ML_KEM, bytes(vector, "dk"));
            var secret = new MLKEMExtractor(key).extractSecret(bytes(vector, "c"));
            return Arrays.equals(secret, bytes(vector, "K"));
          } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return false;
          }
        });
  }

  private static boolean fail(Exception e) {
    throw new AssertionError(e);
  }
}
