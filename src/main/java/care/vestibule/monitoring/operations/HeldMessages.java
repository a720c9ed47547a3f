package care.vestibule.monitoring.operations;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.monitoring.OpenIncident;
import care.vestibule.monitoring.OpenIncidents;
import care.vestibule.process.Incidents;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the processes go on that the limit of all text messages held up, once the day or the limit is
 * another one. Several portals may do it at once, and a person may be faster: the engine resolves
 * an incident once.
 */
@Component
@OnlyIn(Zone.PORTAL)
class HeldMessages {

  private static final String CAUSE = "SMS_BREAKER";

  private final SmsBreaker breaker;
  private final Clinics clinics;
  private final OpenIncidents open;
  private final Incidents engine;
  private final AuditLog audit;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;

  HeldMessages(
      SmsBreaker breaker,
      Clinics clinics,
      OpenIncidents open,
      Incidents engine,
      AuditLog audit,
      CurrentClinic current,
      TransactionTemplate transactions) {
    this.breaker = breaker;
    this.clinics = clinics;
    this.open = open;
    this.engine = engine;
    this.audit = audit;
    this.current = current;
    this.transactions = transactions;
  }

  @Scheduled(
      initialDelayString = "${vestibule.messaging.held-poll:PT1M}",
      fixedDelayString = "${vestibule.messaging.held-poll:PT1M}")
  void resume() {
    if (!breaker.isOpen()) {
      var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
      all.stream().map(Clinic::id).forEach(clinic -> current.during(clinic, this::resumeOfOne));
    }
  }

  private void resumeOfOne() {
    open.withCause(CAUSE).forEach(this::resume);
  }

  private void resume(OpenIncident incident) {
    // The engine is told with no transaction open; one it did not take is told next time.
    if (engine.tryAgain(incident.key(), incident.job()) == Incidents.Answer.TAKEN) {
      transactions.executeWithoutResult(
          status ->
              audit.record(
                  new AuditEvent(
                      "process", "INCIDENT_RESUMED", "incident:" + incident.key(), CAUSE)));
    }
  }
}
