package care.vestibule.monitoring.operations;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.identity.Actor;
import care.vestibule.process.projection.Rebuild;
import care.vestibule.process.projection.RebuildState;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the read model rebuilt, by whichever portal comes to it first. */
@Component
@OnlyIn(Zone.PORTAL)
@Transactional
public class Rebuilding {

  private final Rebuild rebuild;
  private final AuditLog audit;

  Rebuilding(Rebuild rebuild, AuditLog audit) {
    this.rebuild = rebuild;
    this.audit = audit;
  }

  /** Orders it, unless it is under way; recorded for the clinic of whoever did. */
  public void order(RebuildReason reason, Actor.Operations actor) {
    if (rebuild.start(reason.name(), actor.reference())) {
      audit.record(
          new AuditEvent(actor.reference(), "PROJECTION_REBUILD", "projection", reason.name()));
    }
  }

  /** How far the newest is. */
  @Transactional(readOnly = true)
  public Optional<RebuildState> latest() {
    return rebuild.latest();
  }
}
