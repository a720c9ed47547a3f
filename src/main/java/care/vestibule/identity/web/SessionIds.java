package care.vestibule.identity.web;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** Session identifiers of 27 random bytes: the 36 characters the column holds, used up. */
@Component
final class SessionIds implements SessionIdGenerator {

  private final SecureRandom random;

  SessionIds(SecureRandom random) {
    this.random = random;
  }

  @Override
  public String generate() {
    var id = new byte[27];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
