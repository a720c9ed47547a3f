package care.vestibule.sharing;

import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.custody.PrivateKeys;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.process.Incident;
import care.vestibule.records.Records;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Settles revocations chunk by chunk, and goes on with those that were stopped half-way. */
@Component
@OnlyIn(Zone.AGENT)
class RevocationRun {

  private static final Logger LOG = LoggerFactory.getLogger(RevocationRun.class);

  private final ShareRevocations revocations;
  private final ActiveShares standing;
  private final RevocationChunk chunk;
  private final PrivateKeys custody;
  private final Records records;
  private final IntakeSignature intake;
  private final Clinics clinics;
  private final AuditLog audit;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;

  RevocationRun(
      ShareRevocations revocations,
      ActiveShares standing,
      RevocationChunk chunk,
      PrivateKeys custody,
      Records records,
      IntakeSignature intake,
      Clinics clinics,
      AuditLog audit,
      CurrentClinic current,
      TransactionTemplate transactions) {
    this.revocations = revocations;
    this.standing = standing;
    this.chunk = chunk;
    this.custody = custody;
    this.records = records;
    this.intake = intake;
    this.clinics = clinics;
    this.audit = audit;
    this.current = current;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelayString = "${vestibule.sharing.interval:30s}")
  void everywhere() {
    try {
      transactions.execute(status -> clinics.all()).stream().map(Clinic::id).forEach(this::tryIn);
    } catch (TransactionException | DataAccessException e) {
      LOG.warn("Revocations wait for the database: {}", e.getClass().getSimpleName());
    }
  }

  private void tryIn(ClinicId clinic) {
    try {
      settleIn(clinic);
    } catch (Incident e) {
      LOG.error("Revocations of clinic {} wait: {}", clinic, e.code());
    } catch (RuntimeException e) {
      LOG.warn("Revocations of clinic {} wait: {}", clinic, e.getClass().getSimpleName());
    }
  }

  /**
   * Settles what is open in a clinic.
   *
   * @throws Incident {@code KEYSTORE_LOCKED} or {@code HCP_KEY_MISSING}; what was settled stays so
   */
  void settleIn(ClinicId clinic) {
    current.during(
        clinic,
        () ->
            transactions.execute(status -> revocations.open()).forEach(one -> settle(clinic, one)));
  }

  private void settle(ClinicId clinic, ShareRevocation one) {
    var others = transactions.execute(status -> standing.besides(one.delegator(), one.patient()));
    try (var holders = new OpenedHcpKeys(clinic, custody, records, intake)) {
      while (transactions.execute(status -> chunk.settle(one, others, holders))) {
        LOG.debug("Settled a part of revocation {}", one.notification());
      }
    } catch (Incident e) {
      transactions.executeWithoutResult(status -> alarm(one, e.code()));
      throw e;
    }
    transactions.executeWithoutResult(status -> end(one));
  }

  // Once for each reason, not every time it is tried again.
  private void alarm(ShareRevocation one, String code) {
    if (revocations.waitsFor(one.notification(), code)) {
      audit.record(
          new AuditEvent(
              "agent", Alarm.REVOCATION_WAITS.name(), "notification:" + one.notification(), code));
    }
  }

  private void end(ShareRevocation one) {
    if (revocations.settle(one.notification())) {
      audit.record(
          new AuditEvent(
              "agent",
              "REVOCATION_SETTLED",
              "notification:" + one.notification(),
              one.rekey().name()));
    }
  }
}
