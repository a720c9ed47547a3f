package care.vestibule.messaging.email;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox of the sender's address, where bounces arrive; none is read if there is no host.
 *
 * @param protocol {@code imaps}, or {@code imap} on a machine's own network
 * @param patience how long to wait for the server
 */
@ConfigurationProperties("vestibule.messaging.bounces")
record BounceMailbox(
    Optional<String> host,
    @DefaultValue("993") int port,
    @DefaultValue("imaps") String protocol,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("PT20S") Duration patience) {

  @Override
  public String toString() {
    return "BounceMailbox[]";
  }
}
