package care.vestibule.invitation;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.identity.Actor;
import org.springframework.stereotype.Component;

/** Writes down who did what to an invitation. */
@Component
public class InvitationAudit {

  private final AuditLog log;

  InvitationAudit(AuditLog log) {
    this.log = log;
  }

  public void record(Actor actor, String action, InvitationId invitation, String detail) {
    record(actor.reference(), action, invitation, detail);
  }

  public void record(String actor, String action, InvitationId invitation, String detail) {
    log.record(new AuditEvent(actor, action, "invitation:" + invitation, detail));
  }
}
