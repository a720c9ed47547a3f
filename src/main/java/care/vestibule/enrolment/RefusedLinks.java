package care.vestibule.enrolment;

import care.vestibule.invitation.InvitationProperties;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts, for each address, the links of a minute that opened nothing, and the wishes for another.
 *
 * <p>Only such links count, and only they are put off: behind one address there may be a whole
 * waiting module, which one guesser must not lock out (OWASP, Forgot Password: no lock-out of
 * others). Codes and birth dates have limits of their own, per invitation. An IPv6 subscriber has a
 * whole /64, so that is what counts. Of very many addresses the one longest unseen is forgotten
 * first.
 */
@Component
@OnlyIn(Zone.PORTAL)
public final class RefusedLinks {

  private static final int MOST_ADDRESSES = 10_000;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int limit;
  private final Clock clock;
  private final Map<ClientNetwork, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientNetwork, Count> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  RefusedLinks(InvitationProperties properties, Clock clock) {
    this.limit = properties.refusedLinksPerMinute();
    this.clock = clock;
  }

  /**
   * Counts one more; beyond the limit, how long that address has to wait.
   *
   * @param address the client's; all that are not numbers count together
   */
  public synchronized Optional<Duration> count(String address) {
    var now = clock.instant();
    var count =
        counts.merge(
            ClientNetwork.of(address),
            new Count(now.plus(WINDOW), 1),
            (known, first) -> known.isOver(now) ? first : known.more());
    return count.times() > limit
        ? Optional.of(Duration.between(now, count.until()))
        : Optional.empty();
  }

  synchronized int addresses() {
    return counts.size();
  }

  private record Count(Instant until, int times) {

    boolean isOver(Instant now) {
      return !now.isBefore(until);
    }

    Count more() {
      return new Count(until, times + 1);
    }
  }
}
