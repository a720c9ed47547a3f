package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessWithdrawn;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.records.ShareKeys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a patient's rights back; what the patient has read stays read. */
@Component
class WithdrawnAccessRevocation {

  private final ShareKeys shareKeys;
  private final AuditLog audit;

  WithdrawnAccessRevocation(ShareKeys shareKeys, AuditLog audit) {
    this.shareKeys = shareKeys;
    this.audit = audit;
  }

  // In the withdrawing transaction: no moment in which the invitation is gone and the rights stand.
  @EventListener
  void on(AccessWithdrawn withdrawn) {
    if (!withdrawn.revokeShares()) {
      return;
    }
    var patient = withdrawn.patient();
    shareKeys.forget(patient);
    audit.record(
        new AuditEvent(withdrawn.actor(), "SHARES_REVOKED", "patient:" + patient, "WITHDRAWN"));
  }
}
