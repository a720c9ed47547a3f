package care.vestibule.monitoring.operations;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.identity.Actor;
import care.vestibule.monitoring.OpenIncident;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.process.Incidents;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has incidents tried again, once somebody has mended their cause.
 *
 * <p>The decision is recorded before the engine is told: whatever happens then, the set is known
 * and one can look again.
 */
@Component
@OnlyIn(Zone.PORTAL)
public final class IncidentRetries {

  private final OpenIncidents open;
  private final RetryRows rows;
  private final Incidents engine;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  IncidentRetries(
      OpenIncidents open,
      RetryRows rows,
      Incidents engine,
      AuditLog audit,
      TransactionTemplate transactions) {
    this.open = open;
    this.rows = rows;
    this.engine = engine;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Has those of the given incidents tried again that are open and of the clinic.
   *
   * @return the id to {@link #find} the outcome with; empty if none of them is open any more
   */
  public Optional<UUID> run(Collection<Long> incidents, Actor.Operations actor) {
    var id = UUID.randomUUID();
    var chosen = transactions.execute(status -> decide(id, incidents, actor));
    // The engine is told with no transaction open.
    chosen.forEach(incident -> tell(id, incident));
    return chosen.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /** What became of it, by what the engine's records say by now. */
  public Optional<IncidentRetry> find(UUID id) {
    return transactions.execute(status -> rows.find(id));
  }

  private List<OpenIncident> decide(UUID id, Collection<Long> keys, Actor.Operations actor) {
    var chosen = open.withKeys(keys);
    if (!chosen.isEmpty()) {
      rows.add(id, actor.reference(), chosen);
    }
    for (var incident : chosen) {
      audit.record(
          new AuditEvent(
              actor.reference(),
              "INCIDENT_RETRIED",
              "incident:" + incident.key(),
              incident.code()));
    }
    return chosen;
  }

  private void tell(UUID id, OpenIncident incident) {
    if (engine.tryAgain(incident.key(), incident.job()) != Incidents.Answer.UNREACHABLE) {
      transactions.executeWithoutResult(status -> rows.markTold(id, incident.key()));
    }
  }
}
