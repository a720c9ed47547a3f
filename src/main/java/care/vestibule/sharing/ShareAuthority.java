package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.decision.Decision;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.crypto.KeyClaim;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.KeyProof;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.BusinessError;
import care.vestibule.process.BusinessFailure;
import care.vestibule.process.Incident;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out whether the agent may share: a job alone is no reason to.
 *
 * <p>Nothing the portal or the database says of the patient's key is believed without the proof
 * made in the patient's browser with a part of the link that only the agent can derive.
 */
@Component
@OnlyIn(Zone.AGENT)
class ShareAuthority {

  private final AccessRequests notifications;
  private final HealthcareProfessionals professionals;
  private final PublicKeys keys;
  private final InvitationKey invitationKey;
  private final ShareRevocations revocations;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  ShareAuthority(
      AccessRequests notifications,
      HealthcareProfessionals professionals,
      PublicKeys keys,
      InvitationKey invitationKey,
      ShareRevocations revocations,
      AuditLog audit,
      TransactionTemplate transactions) {
    this.notifications = notifications;
    this.professionals = professionals;
    this.keys = keys;
    this.invitationKey = invitationKey;
    this.revocations = revocations;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * The patient's key to share with.
   *
   * @throws BusinessFailure {@code KEY_REJECTED} if the key is not proven, or not the one approved
   * @throws Incident {@code PATIENT_KEY_MISSING}; {@code APPROVAL_MISSING} if the professional did
   *     not approve; {@code REQUEST_CLOSED} if the share was taken back
   */
  PartyKey keyFor(PatientId patient, HcpId delegator, AccessRequestId approval) {
    var ruling = transactions.execute(status -> rule(patient, delegator, approval));
    // The alarm is committed before this is thrown.
    ruling.refusal().ifPresent(refused -> throwIt(refused));
    return ruling.key().orElseThrow();
  }

  private Ruling rule(PatientId patient, HcpId delegator, AccessRequestId approval) {
    var decision = notifications.decisionOn(approval).filter(Decision::approved);
    var mayApprove =
        notifications
            .find(approval)
            .filter(asked -> asked.responsible().equals(patient))
            .filter(asked -> mayAnswer(delegator, asked))
            .isPresent();
    if (!mayApprove || decision.filter(one -> one.doctor().equals(delegator)).isEmpty()) {
      return refuse(approval, Alarm.SHARE_REFUSED, new Incident("APPROVAL_MISSING"));
    }
    if (revocations.of(approval).isPresent()) {
      return new Ruling(Optional.empty(), Optional.of(new Incident("REQUEST_CLOSED")));
    }
    try {
      var found = keys.activeOf(patient.value());
      if (found.isEmpty()) {
        return new Ruling(found, Optional.of(new Incident("PATIENT_KEY_MISSING")));
      }
      var key = found.get();
      return isProven(key) && isTheOneApproved(key, decision.get())
          ? new Ruling(found, Optional.empty())
          : rejectKey(approval);
    } catch (CryptoRefusal noKey) {
      return rejectKey(approval);
    }
  }

  private Ruling rejectKey(AccessRequestId approval) {
    return refuse(approval, Alarm.KEY_SWAPPED, new BusinessFailure(BusinessError.KEY_REJECTED));
  }

  private boolean mayAnswer(HcpId doctor, AccessRequest asked) {
    if (asked.hcp().equals(doctor)) {
      return true;
    }
    var group = professionals.find(asked.hcp()).map(HealthcareProfessional::deputyGroup);
    return group.isPresent()
        && professionals.find(doctor).map(HealthcareProfessional::deputyGroup).equals(group);
  }

  private boolean isProven(PartyKey key) {
    return key.proof().filter(proof -> isProven(key, proof)).isPresent();
  }

  // A link that was made before the invitation key was replaced proves as much as a new one.
  private boolean isProven(PartyKey key, KeyProof proof) {
    var claim =
        new KeyClaim(key.clinic().value(), proof.invitation(), proof.generation(), key.key());
    return invitationKey.accepted().stream()
        .map(one -> one.bind(proof.invitation(), proof.generation()))
        .anyMatch(bind -> claim.isProvenBy(proof.mac(), bind));
  }

  private static boolean isTheOneApproved(PartyKey key, Decision decision) {
    return decision.key().equals(key.key().id().hex())
        && decision.fingerprint().equals(key.key().fingerprint());
  }

  private Ruling refuse(AccessRequestId approval, Alarm alarm, RuntimeException refusal) {
    audit.record(new AuditEvent("agent", alarm.name(), "notification:" + approval, "NONE"));
    return new Ruling(Optional.empty(), Optional.of(refusal));
  }

  private static void throwIt(RuntimeException refusal) {
    throw refusal;
  }

  private record Ruling(Optional<PartyKey> key, Optional<RuntimeException> refusal) {}
}
