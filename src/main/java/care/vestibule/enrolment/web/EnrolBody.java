package care.vestibule.enrolment.web;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.enrolment.NewKey;
import care.vestibule.enrolment.NewKey.SealedKeys;
import care.vestibule.enrolment.PresentedLink;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sends to enrol; binary values in base64url without padding.
 *
 * @param code six digits, where a code is needed
 * @param born the birth date, where no code is needed
 * @param publicKey the encoded public key
 * @param mac 32 bytes
 * @param signature 64 bytes
 * @param backupId 16 bytes that name the backup of the private keys, where there is one
 * @param backup the sealed private keys, at most 8192 bytes
 */
record EnrolBody(
    @Nullable String selector,
    @Nullable String secret,
    @Nullable String code,
    @Nullable String born,
    @Nullable String publicKey,
    @Nullable String mac,
    @Nullable String signature,
    @Nullable String backupId,
    @Nullable String backup) {

  Optional<PresentedLink> link() {
    return new LinkBody(selector, secret, born).link();
  }

  Optional<LocalDate> birthDate() {
    return new LinkBody(selector, secret, born).birthDate();
  }

  /** The key with its proofs; nothing if the bytes are none. */
  Optional<NewKey> key() {
    try {
      return Optional.of(
          new NewKey(
              PartyPublicKey.decode(bytes(publicKey)), bytes(mac), bytes(signature), sealed()));
    } catch (CryptoRefusal | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<SealedKeys> sealed() {
    return backup == null
        ? Optional.empty()
        : Optional.of(new SealedKeys(bytes(backupId), bytes(backup)));
  }

  private static byte[] bytes(@Nullable String text) {
    return Base64.getUrlDecoder().decode(text == null ? "" : text);
  }

  /** Never the parts. */
  @Override
  public String toString() {
    return "EnrolBody";
  }
}
