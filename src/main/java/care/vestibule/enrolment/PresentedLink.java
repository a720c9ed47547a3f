package care.vestibule.enrolment;

import care.vestibule.invitation.LinkSelector;
import java.util.Base64;
import java.util.Optional;

/** What a browser shows of a link: all of it but the part that stays in the browser. */
public final class PresentedLink {

  private static final int SECRET_BYTES = 16;

  private final LinkSelector selector;
  private final byte[] secret;

  private PresentedLink(LinkSelector selector, byte[] secret) {
    this.selector = selector;
    this.secret = secret;
  }

  /**
   * Reads the two parts, base64url without padding: 8 bytes that find the link, 16 that prove it.
   *
   * @return nothing if that is no link, which tells the caller no more than an unknown one
   */
  public static Optional<PresentedLink> parse(String selector, String secret) {
    try {
      var bytes = Base64.getUrlDecoder().decode(secret);
      return bytes.length == SECRET_BYTES
          ? Optional.of(new PresentedLink(new LinkSelector(selector), bytes))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  LinkSelector selector() {
    return selector;
  }

  byte[] secret() {
    return secret.clone();
  }

  /** Never the parts: they open a door. */
  @Override
  public String toString() {
    return "PresentedLink";
  }
}
