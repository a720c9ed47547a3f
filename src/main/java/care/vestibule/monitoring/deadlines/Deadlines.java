package care.vestibule.monitoring.deadlines;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.monitoring.deadlines.Deadline.Kind;
import care.vestibule.monitoring.deadlines.Deadline.State;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What should be done by when: what Vestibule expects of each step, and what the law says. */
@Component
@OnlyIn(Zone.PORTAL)
@EnableConfigurationProperties(DeadlineProperties.class)
public class Deadlines {

  /** How many are listed at once. */
  public static final int MOST = 200;

  private static final Set<State> WORRYING = Set.of(State.AT_RISK, State.LATE);

  private final StepDeadlines steps;
  private final LegalDeadlines laws;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Deadlines(
      StepDeadlines steps,
      LegalDeadlines laws,
      Clinics clinics,
      CurrentClinic current,
      TransactionTemplate transactions,
      Clock clock) {
    this.steps = steps;
    this.laws = laws;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The current clinic's, those with the least time left first, at most {@value #MOST}. */
  public List<Deadline> search(DeadlineFilter filter) {
    var now = clock.instant();
    var found =
        Stream.concat(
            filter.wants(Kind.STEP) ? steps.search(filter, now, MOST).stream() : Stream.of(),
            filter.wants(Kind.LAW) ? laws.search(filter, now, MOST).stream() : Stream.of());
    return found.sorted(Comparator.comparing(Deadline::due)).limit(MOST).toList();
  }

  /** The current clinic's requests for which the law leaves little time, or none. */
  public List<Deadline> worryingByLaw() {
    return search(new DeadlineFilter(Optional.of(Kind.LAW), WORRYING));
  }

  /** The time the law leaves for the request of that invitation, if it is open. */
  public Optional<Deadline> byLaw(UUID invitation) {
    return laws.of(invitation);
  }

  /** How many of all clinics' are late and at risk. */
  public Map<Kind, Map<State, Long>> counts() {
    var now = clock.instant();
    return Map.of(Kind.STEP, steps.counts(now), Kind.LAW, countsByLaw());
  }

  private Map<State, Long> countsByLaw() {
    var filter = new DeadlineFilter(Optional.of(Kind.LAW), WORRYING);
    var counts = new EnumMap<State, Long>(State.class);
    var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
    for (var clinic : all.stream().map(Clinic::id).toList()) {
      var now = clock.instant();
      current
          .during(clinic, () -> laws.search(filter, now, Integer.MAX_VALUE))
          .forEach(deadline -> counts.merge(deadline.stateAt(now), 1L, Long::sum));
    }
    return counts;
  }
}
