package care.vestibule.monitoring;

import care.vestibule.messaging.delivery.MessageOutcomes;
import care.vestibule.monitoring.deadlines.Deadline;
import care.vestibule.monitoring.deadlines.Deadline.Kind;
import care.vestibule.monitoring.deadlines.Deadline.State;
import care.vestibule.monitoring.deadlines.DeadlineFilter;
import care.vestibule.monitoring.deadlines.Deadlines;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what the current clinic is behind with. */
@Component
@OnlyIn(Zone.PORTAL)
@Transactional(readOnly = true)
public class OverdueCounting {

  private static final Set<String> NOT_ARRIVED = Set.of("refused", "came_back");

  private final Deadlines deadlines;
  private final MessageOutcomes results;
  private final Clock clock;

  OverdueCounting(Deadlines deadlines, MessageOutcomes results, Clock clock) {
    this.deadlines = deadlines;
    this.results = results;
    this.clock = clock;
  }

  /** As of now. */
  public OverdueCounts now() {
    var worrying =
        deadlines.search(new DeadlineFilter(Optional.empty(), Set.of(State.LATE, State.AT_RISK)));
    var now = clock.instant();
    return new OverdueCounts(
        count(worrying, Kind.STEP, State.LATE, now),
        count(worrying, Kind.STEP, State.AT_RISK, now),
        count(worrying, Kind.LAW, State.LATE, now),
        count(worrying, Kind.LAW, State.AT_RISK, now),
        worrying.size() >= Deadlines.MOST,
        results.ofLastDay().entrySet().stream()
            .filter(each -> NOT_ARRIVED.contains(each.getKey().result()))
            .mapToLong(Map.Entry::getValue)
            .sum());
  }

  private static long count(List<Deadline> deadlines, Kind kind, State state, Instant now) {
    return deadlines.stream()
        .filter(one -> one.kind() == kind && one.stateAt(now) == state)
        .count();
  }

  /**
   * What is late, will be soon, or did not arrive.
   *
   * @param late steps that take longer than Vestibule expects
   * @param atRisk steps that soon will
   * @param lateByLaw requests the law's time of which is over
   * @param atRiskByLaw requests the law leaves little time for
   * @param more whether there are more than could be counted
   * @param undelivered messages of the last day that were refused or came back
   */
  public record OverdueCounts(
      long late, long atRisk, long lateByLaw, long atRiskByLaw, boolean more, long undelivered) {

    /** Whether nobody has to look. */
    public boolean isNone() {
      return late + atRisk + lateByLaw + atRiskByLaw + undelivered == 0;
    }
  }
}
