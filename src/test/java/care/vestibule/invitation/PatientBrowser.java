package care.vestibule.invitation;

import care.vestibule.crypto.KeyClaim;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.enrolment.NewKey;
import care.vestibule.enrolment.PresentedLink;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A patient's browser with a link in its address bar. */
public final class PatientBrowser {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** When the patients of the tests were born. */
  public static final Optional<LocalDate> BORN = Optional.of(LocalDate.of(1977, 9, 16));

  private final String selector;
  private final String secret;
  private final byte[] bind;
  private final PartyKeyPair keys;

  /** Opens a link as it stands in a message. */
  public PatientBrowser(String link) {
    this(
        link.substring(link.indexOf("#v1.") + 4).split("\\.", -1),
        PartyKeyPair.generate(new SecureRandom()));
  }

  private PatientBrowser(String[] parts, PartyKeyPair keys) {
    this.selector = parts[0];
    this.secret = parts[1];
    this.bind = Base64.getUrlDecoder().decode(parts[2]);
    this.keys = keys;
  }

  /** Another browser with the same link and a key of its own. */
  public PatientBrowser copy() {
    return new PatientBrowser(parts(), PartyKeyPair.generate(new SecureRandom()));
  }

  /** This browser, with the same key, on the link of another one. */
  public PatientBrowser withLinkOf(PatientBrowser other) {
    return new PatientBrowser(other.parts(), keys);
  }

  /** Somebody who guesses: this link's secret behind the selector of another one. */
  public PatientBrowser withSelectorOf(PatientBrowser other) {
    return new PatientBrowser(
        new String[] {other.selector, secret, BASE64.encodeToString(bind)}, keys);
  }

  /** The secret as a dump would show it. */
  public String secretHex() {
    return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(secret));
  }

  /** The part that never leaves the browser, as a dump would show it. */
  public String bindHex() {
    return HexFormat.of().formatHex(bind);
  }

  private String[] parts() {
    return new String[] {selector, secret, BASE64.encodeToString(bind)};
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
    return new NewKey(
        keys.publicKey(), claim.mac(bind), keys.sign(claim.encoded()), Optional.empty());
  }

  /** The body of {@code POST /i/code} and {@code /i/fresh}. */
  public String linkBody() {
    return """
        {"selector":"%s","secret":"%s","born":"1977-09-16"}"""
        .formatted(selector, secret);
  }

  /** The body of {@code POST /i/enrol}. */
  public String enrolBody(Invitation invitation) {
    var key = key(invitation);
    return """
        {"selector":"%s","secret":"%s","born":"1977-09-16","publicKey":"%s","mac":"%s","signature":"%s"}"""
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
