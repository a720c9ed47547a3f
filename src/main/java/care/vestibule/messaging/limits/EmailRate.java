package care.vestibule.messaging.limits;

import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.MessagingProperties;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Spreads a clinic's e-mails over time, so that a thousand invitations do not look like spam to the
 * clinic's relay; other clinics' do not wait for them.
 *
 * <p>Counted in this process: of two agents each sends as many. Nobody waits in here; what has to
 * wait is told for how long, each message until another moment.
 */
@Component
@OnlyIn(Zone.AGENT)
public final class EmailRate {

  /** What may be sent at once after a rest is what so long a time allows, and at least one. */
  private static final Duration BURST = Duration.ofSeconds(5);

  /** The farthest moment told: by then the limit may be another one. */
  private static final Duration FARTHEST = Duration.ofMinutes(15);

  /** These are tried again by whoever sends them; all others go at once, and count. */
  private static final Set<MessageKind> PATIENT =
      EnumSet.of(
          MessageKind.INVITATION,
          MessageKind.REMINDER,
          MessageKind.FRESH_LINK,
          MessageKind.RECORD_OPEN,
          MessageKind.RECORD_PARTLY_OPEN,
          MessageKind.RECORD_HELD_BACK,
          MessageKind.RECORD_MORE_OPEN,
          MessageKind.DECLINED,
          MessageKind.NOTHING_TO_SHARE);

  private final Optional<Duration> apart;
  private final Clock clock;
  private final Map<ClinicId, Flow> flows = new HashMap<>();

  EmailRate(MessagingProperties properties, Clock clock) {
    this.apart = properties.emailsPerMinute().map(Duration.ofMinutes(1)::dividedBy);
    this.clock = clock;
  }

  /**
   * Counts an e-mail that is about to be sent.
   *
   * @throws NotSentYet {@code CLINIC_RATE} if the clinic sends too fast, with the time to wait
   */
  public void take(ClinicId clinic, MessageKind kind) {
    apart.ifPresent(
        interval -> {
          var wait = ask(clinic, interval, PATIENT.contains(kind));
          if (wait.isPositive()) {
            throw new NotSentYet("CLINIC_RATE", wait);
          }
        });
  }

  /** Whether {@link #take} would let it through now. */
  public synchronized boolean isOpen(ClinicId clinic, MessageKind kind) {
    var flow = flows.get(clinic);
    return !PATIENT.contains(kind) || flow == null || flow.isDue(clock.instant());
  }

  /** Counts an e-mail for which it is too late to wait. */
  public synchronized void count(ClinicId clinic) {
    var now = clock.instant();
    apart.ifPresent(interval -> flows.put(clinic, flow(clinic, now).sentAt(now, interval)));
  }

  private Flow flow(ClinicId clinic, Instant now) {
    return flows.getOrDefault(clinic, new Flow(now, now));
  }

  private synchronized Duration ask(ClinicId clinic, Duration interval, boolean mayWait) {
    var now = clock.instant();
    var flow = flow(clinic, now);
    var goes = !mayWait || flow.isDue(now);
    flows.put(clinic, goes ? flow.sentAt(now, interval) : flow.lined(now, interval));
    return goes ? Duration.ZERO : Duration.between(now, flow.place(now));
  }

  /**
   * How a clinic's e-mails follow each other (the generic cell rate algorithm, ITU-T I.371).
   *
   * @param free when the next one would be due if they were sent evenly
   * @param end the place behind the last one that was told to wait
   */
  private record Flow(Instant free, Instant end) {

    boolean isDue(Instant now) {
      return !free.minus(BURST).isAfter(now);
    }

    Flow sentAt(Instant now, Duration interval) {
      return new Flow(later(free, now).plus(interval), end);
    }

    Flow lined(Instant now, Duration interval) {
      return new Flow(free, place(now).plus(interval));
    }

    // Behind the farthest place the line begins anew: whoever comes back may find it taken.
    Instant place(Instant now) {
      var first = free.minus(BURST);
      return end.isAfter(now.plus(FARTHEST)) ? first : later(end, first);
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }
}
