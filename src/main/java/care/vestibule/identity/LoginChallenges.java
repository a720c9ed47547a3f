package care.vestibule.identity;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The random numbers devices sign to show that they hold a key, each good for one answer. */
@Repository
@Transactional
public class LoginChallenges {

  private final JdbcClient jdbc;
  private final SecureRandom random;
  private final IdentityProperties properties;

  LoginChallenges(JdbcClient jdbc, SecureRandom random, IdentityProperties properties) {
    this.jdbc = jdbc;
    this.random = random;
    this.properties = properties;
  }

  /** A new challenge of 32 bytes. */
  public byte[] issue() {
    var nonce = new byte[32];
    random.nextBytes(nonce);
    // Whoever asks also clears away what nobody answered: the table never outgrows five minutes.
    jdbc.sql("delete from login_challenge where expires_at <= now()").update();
    jdbc.sql(
            """
            insert into login_challenge (nonce, expires_at)
            values (:nonce, now() + make_interval(secs => :seconds))
            """)
        .param("nonce", nonce)
        .param("seconds", properties.challengeLife().toSeconds())
        .update();
    return nonce;
  }

  /** Takes the challenge back; true for exactly one of all who bring it. */
  public boolean redeem(byte[] nonce) {
    return jdbc.sql("delete from login_challenge where nonce = :nonce and expires_at > now()")
            .param("nonce", nonce)
            .update()
        == 1;
  }
}
