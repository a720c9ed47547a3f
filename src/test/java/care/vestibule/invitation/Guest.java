package care.vestibule.invitation;

import care.vestibule.crypto.KeyClaim;
import care.vestibule.crypto.PartyKeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** A patient's browser with a link in its address bar. */
public final class Guest {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final String selector;
  private final String secret;
  private final byte[] bind;
  private final PartyKeyPair keys = PartyKeyPair.generate(new SecureRandom());

  /** Opens a link as it stands in a message. */
  public Guest(String link) {
    var parts = link.substring(link.indexOf("#v1.") + 4).split("\\.", -1);
    this.selector = parts[0];
    this.secret = parts[1];
    this.bind = Base64.getUrlDecoder().decode(parts[2]);
  }

  /** What finds the link. */
  public String selector() {
    return selector;
  }

  /** What proves it. */
  public String secret() {
    return secret;
  }

  /** What the browser shows of the link. */
  public PresentedLink link() {
    return PresentedLink.parse(selector, secret).orElseThrow();
  }

  /** The browser's own key with its proofs. */
  public NewKey key(Invitation invitation) {
    var claim =
        claim(invitation.clinic().value(), invitation.id().value(), invitation.generation());
    return new NewKey(keys.publicKey(), claim.mac(bind), keys.sign(claim.encoded()));
  }

  /** The body of {@code POST /i/code} and {@code /i/fresh}. */
  public String linkBody() {
    return """
        {"selector":"%s","secret":"%s"}"""
        .formatted(selector, secret);
  }

  /** The body of {@code POST /i/enrol}. */
  public String enrolBody(Invitation invitation) {
    var key = key(invitation);
    return """
        {"selector":"%s","secret":"%s","publicKey":"%s","mac":"%s","signature":"%s"}"""
        .formatted(
            selector,
            secret,
            BASE64.encodeToString(key.key().encoded()),
            BASE64.encodeToString(key.mac()),
            BASE64.encodeToString(key.signature()));
  }

  private KeyClaim claim(UUID clinic, UUID invitation, int generation) {
    return new KeyClaim(clinic, invitation, generation, keys.publicKey());
  }
}
