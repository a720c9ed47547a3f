package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.hold.HoldBackTable;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.directory.HcpId;
import care.vestibule.records.ContentKeys;
import care.vestibule.records.Delegation;
import care.vestibule.records.Records;
import care.vestibule.records.StoredEntity;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A few of the entities that were taken back; what is done to them is one transaction. */
@Component
@OnlyIn(Zone.AGENT)
class RevocationChunk {

  static final int SIZE = 50;

  private final ShareRevocations revocations;
  private final ContentKeys contentKeys;
  private final Records records;
  private final ContentKeyRotation freshKey;
  private final HoldBackTable holds;
  private final ShareAuthority authority;
  private final PatientExchanges exchanges;
  private final ManifestSigner manifests;
  private final AuditLog audit;
  private final CurrentClinic clinic;

  RevocationChunk(
      ShareRevocations revocations,
      ContentKeys contentKeys,
      Records records,
      ContentKeyRotation freshKey,
      HoldBackTable holds,
      ShareAuthority authority,
      PatientExchanges exchanges,
      ManifestSigner manifests,
      AuditLog audit,
      CurrentClinic clinic) {
    this.revocations = revocations;
    this.contentKeys = contentKeys;
    this.records = records;
    this.freshKey = freshKey;
    this.holds = holds;
    this.authority = authority;
    this.exchanges = exchanges;
    this.manifests = manifests;
    this.audit = audit;
    this.clinic = clinic;
  }

  /**
   * Settles the next entities; needs a transaction around it.
   *
   * @param standing whose shares stand: what they hold too, the patient gets back from them
   * @return whether there were any
   */
  boolean settle(
      ShareRevocation revocation, Map<HcpId, AccessRequestId> standing, OpenedHcpKeys holders) {
    contentKeys.holdImports(clinic.get());
    var taken = revocations.take(revocation.notification(), SIZE);
    var givers = new LinkedHashSet<HcpId>();
    for (UUID entity : taken) {
      try {
        contentKeys
            .lock(entity)
            .flatMap(one -> settle(one, revocation, standing, holders))
            .ifPresent(givers::add);
      } catch (CryptoRefusal refused) {
        fail(revocation, entity, refused.reason().name());
      }
    }
    givers.forEach(doctor -> signManifest(doctor, revocation, standing, holders));
    return !taken.isEmpty();
  }

  private Optional<HcpId> settle(
      StoredEntity entity,
      ShareRevocation revocation,
      Map<HcpId, AccessRequestId> standing,
      OpenedHcpKeys holders) {
    var held = contentKeys.heldOf(entity.id());
    if (revocation.rekey() == Rekey.NOW && !held.isEmpty()) {
      held = freshKey.make(entity, held, holders);
    }
    return held.stream()
        .filter(one -> standing.containsKey(new HcpId(one.delegate())))
        .filter(one -> !isHeldBack(one, revocation))
        .findFirst()
        .map(one -> giveBack(one, revocation, standing, holders));
  }

  private boolean isHeldBack(Delegation one, ShareRevocation revocation) {
    return holds.recordsOf(revocation.patient(), new HcpId(one.delegate())).contains(one.entity());
  }

  private HcpId giveBack(
      Delegation held,
      ShareRevocation revocation,
      Map<HcpId, AccessRequestId> standing,
      OpenedHcpKeys holders) {
    var doctor = new HcpId(held.delegate());
    var holder = holders.of(doctor);
    var approval = standing.getOrDefault(doctor, revocation.notification());
    var key = authority.keyFor(revocation.patient(), doctor, approval);
    try (var exchange = exchanges.open(doctor, holder.keys(), key);
        var contentKey = holder.held().open(held)) {
      records.grant(List.of(exchange.handOver(held, contentKey)));
    }
    return doctor;
  }

  private void signManifest(
      HcpId doctor,
      ShareRevocation revocation,
      Map<HcpId, AccessRequestId> standing,
      OpenedHcpKeys holders) {
    var keys = holders.of(doctor).keys();
    var approval = standing.getOrDefault(doctor, revocation.notification());
    var key = authority.keyFor(revocation.patient(), doctor, approval);
    try (var exchange = exchanges.open(doctor, keys, key)) {
      manifests.sign(exchange, keys);
    }
  }

  private void fail(ShareRevocation revocation, UUID entity, String code) {
    revocations.countFailed(revocation.notification());
    audit.record(new AuditEvent("agent", Alarm.RECORD_TAMPERED.name(), "entity:" + entity, code));
  }
}
