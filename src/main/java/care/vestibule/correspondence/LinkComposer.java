package care.vestibule.correspondence;

import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.InvitationLink;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Composes {@code <base-url>/i#v1.<selector>.<secret>.<bind>}, the parts in base64url.
 *
 * <p>Secret and bind, 16 bytes each, are derived from a key only the agent has: composing the same
 * generation again gives the same link, and nothing of it has to be stored in clear. The base URL
 * is configured, never taken from a request (OWASP Forgot Password).
 */
@Component
@OnlyIn(Zone.AGENT)
public class LinkComposer {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final InvitationKey key;
  private final Pepper pepper;
  private final String baseUrl;

  LinkComposer(InvitationKey key, Pepper pepper, @Value("${vestibule.base-url}") String baseUrl) {
    this.key = key;
    this.pepper = pepper;
    this.baseUrl = baseUrl;
  }

  ComposedLink compose(InvitationLink link) {
    UUID invitation = link.invitation().value();
    // A link that was sent before the key was replaced stays the same link in its reminder.
    var ofLink = key.of(invitation, link.generation(), made -> isOf(link, made));
    var secret = ofLink.linkSecret(invitation, link.generation());
    var bind = ofLink.bind(invitation, link.generation());
    try {
      var url =
          "%s/i#v1.%s.%s.%s"
              .formatted(
                  baseUrl,
                  link.selector().text(),
                  BASE64.encodeToString(secret),
                  BASE64.encodeToString(bind));
      return new ComposedLink(url, pepper.hash(secret, link.selector().bytes()));
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(bind, (byte) 0);
    }
  }

  private boolean isOf(InvitationLink link, byte[] secret) {
    return link.secretHash()
        .filter(hash -> pepper.matches(hash, secret, link.selector().bytes()))
        .isPresent();
  }

  /**
   * A link in clear; only the agent ever holds one.
   *
   * @param url the address with everything secret after the {@code #}
   * @param secretHash what recognises the secret, 32 bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  public record ComposedLink(String url, byte[] secretHash) {

    /** Never the link. */
    @Override
    public String toString() {
      return "ComposedLink";
    }
  }
}
