package care.vestibule.monitoring.deadlines;

import care.vestibule.accessrequest.UnansweredRequests;
import care.vestibule.accessrequest.UnansweredRequests.UnansweredRequest;
import care.vestibule.directory.Clinics;
import care.vestibule.monitoring.operations.OperationActions;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The time the law leaves for each request of the current clinic's patients. */
@Component
@OnlyIn(Zone.PORTAL)
@Transactional(readOnly = true)
public class LegalDeadlines {

  /** No law's time is shorter: February. */
  private static final Duration SHORTEST = Duration.ofDays(28);

  private final UnansweredRequests requests;
  private final OperationActions operations;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final DeadlineProperties properties;
  private final Clock clock;

  LegalDeadlines(
      UnansweredRequests requests,
      OperationActions operations,
      Clinics clinics,
      CurrentClinic current,
      DeadlineProperties properties,
      Clock clock) {
    this.requests = requests;
    this.operations = operations;
    this.clinics = clinics;
    this.current = current;
    this.properties = properties;
    this.clock = clock;
  }

  /** Those that stand so, those with the least time left first. */
  List<Deadline> search(DeadlineFilter filter, Instant now, int most) {
    var law = law();
    var extended = operations.invitationsWithMoreTime();
    return requests.receivedBy(oldestOf(filter, now), most).stream()
        .map(request -> deadline(request, law, extended))
        .filter(deadline -> filter.states().contains(deadline.stateAt(now)))
        .toList();
  }

  /** The time for the request of that invitation, if it is open. */
  public Optional<Deadline> of(UUID invitation) {
    return requests
        .of(invitation)
        .map(request -> deadline(request, law(), operations.invitationsWithMoreTime()));
  }

  /** When the request has to be acted on once the time is extended. */
  public Instant dueExtended(Deadline deadline) {
    return law().dueExtended(deadline.began(), clock.getZone());
  }

  private AccessLaw law() {
    return properties.lawOf(clinics.find(current.get()).orElseThrow().region());
  }

  private Instant oldestOf(DeadlineFilter filter, Instant now) {
    return filter.states().contains(Deadline.State.IN_TIME)
        ? now
        : now.minus(SHORTEST.multipliedBy(properties.riskPercent()).dividedBy(100));
  }

  private Deadline deadline(UnansweredRequest request, AccessLaw law, Set<UUID> extended) {
    var isExtended = extended.contains(request.invitation());
    var received = request.received();
    var due =
        isExtended
            ? law.dueExtended(received, clock.getZone())
            : law.due(received, clock.getZone());
    return new Deadline(
        Deadline.Kind.LAW,
        law.name(),
        Optional.of(request.invitation()),
        Optional.empty(),
        received,
        properties.riskFrom(received, due),
        due,
        isExtended);
  }
}
