package care.vestibule.invitation;

import care.vestibule.messaging.Channel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The link of one generation of an invitation, as far as it is stored.
 *
 * @param secretHash the HMAC of the secret under the pepper, 32 bytes; empty until composed
 * @param channel where the message with it went
 * @param failed the channels that did not take the message
 * @param sent whether a channel took the message
 * @param remaining how long it still opens the door by the database's clock; negative when expired
 */
public record InvitationLink(
    InvitationId invitation,
    int generation,
    LinkSelector selector,
    LinkState state,
    Optional<byte[]> secretHash,
    Optional<Channel> channel,
    Set<Channel> failed,
    boolean sent,
    Optional<Duration> remaining) {

  public boolean isExpired() {
    return remaining.filter(left -> !left.isPositive()).isPresent();
  }

  /** Whether somebody who can be reached was sent it. */
  public boolean reachedSomebody() {
    return sent && channel.filter(failed::contains).isEmpty();
  }
}
