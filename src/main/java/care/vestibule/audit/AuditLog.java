package care.vestibule.audit;

import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only log of who did what, hash-chained per clinic.
 *
 * <p>All calls need the caller's transaction and work for its clinic. Recording takes the end of
 * the clinic's chain until that transaction ends: record last, after the work.
 */
@Component
public final class AuditLog {

  private final AuditEvents events;
  private final CurrentClinic clinic;
  private final Clock clock;

  /** A log kept in the given database. */
  public AuditLog(JdbcClient jdbc, CurrentClinic clinic, Clock clock) {
    this.events = new AuditEvents(jdbc);
    this.clinic = clinic;
    this.clock = clock;
  }

  /** Adds an event; it stands if and only if the caller's transaction commits. */
  public void record(AuditEvent event) {
    var id = clinic.get();
    var head = events.takeHead(id);
    // PostgreSQL keeps microseconds; what is hashed has to be what is read back.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long position = head.position() + 1;
    var hash = ChainLink.hash(head.hash(), id.value(), position, at, event.parts());
    events.append(id, new AuditRow(position, at, event.parts(), head.hash(), hash));
  }

  /** The newest hundred events whose action is an {@link Alarm}, newest first. */
  public List<AuditEntry> alarms(ClinicId clinic) {
    return events.withActions(clinic, Arrays.stream(Alarm.values()).map(Enum::name).toList(), 100);
  }

  /**
   * The newest two hundred events of the current clinic about any of these, newest first.
   *
   * @param subjects as in {@link AuditEvent#subject}
   */
  public List<AuditEntry> about(Collection<String> subjects) {
    return events.about(clinic.get(), subjects, 200);
  }

  /** Walks along the whole chain of the current clinic and computes each hash again. */
  public ChainState verify() {
    var id = clinic.get();
    var walk = new ChainWalk(id.value());
    events.walk(id, walk::step);
    return walk.endedAt(events.takeHead(id));
  }
}
