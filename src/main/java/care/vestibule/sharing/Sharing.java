package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.custody.PrivateKeys;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PatientId;
import care.vestibule.process.Incident;
import care.vestibule.records.EntityKind;
import care.vestibule.records.Records;
import care.vestibule.records.ShareKeys;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives patients access to what their doctors hold. */
@Component
@OnlyIn(Zone.AGENT)
public final class Sharing {

  private final ShareAuthority authority;
  private final PrivateKeys custody;
  private final Records records;
  private final IntakeSignature intake;
  private final PatientExchanges exchanges;
  private final ShareKeys shareKeys;
  private final ShareRuns runs;
  private final ShareChunk chunk;
  private final ManifestSigner manifests;
  private final SharingReports reports;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  Sharing(
      ShareAuthority authority,
      PrivateKeys custody,
      Records records,
      IntakeSignature intake,
      PatientExchanges exchanges,
      ShareKeys shareKeys,
      ShareRuns runs,
      ShareChunk chunk,
      ManifestSigner manifests,
      SharingReports reports,
      AuditLog audit,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.authority = authority;
    this.custody = custody;
    this.records = records;
    this.intake = intake;
    this.exchanges = exchanges;
    this.shareKeys = shareKeys;
    this.runs = runs;
    this.chunk = chunk;
    this.manifests = manifests;
    this.reports = reports;
    this.audit = audit;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /**
   * Gives a patient access to what one professional holds of them and does not hold back.
   *
   * <p>Commits as it goes. Called again after it was stopped half-way it does the rest, and the
   * report counts both; called again after it was done it changes nothing and reports 0.
   *
   * @throws care.vestibule.process.BusinessFailure {@code KEY_REJECTED} if the patient's key is not
   *     proven, or not the one the doctor saw
   * @throws Incident {@code PATIENT_KEY_MISSING}, {@code APPROVAL_MISSING}, {@code
   *     KEYSTORE_LOCKED}, {@code HCP_KEY_MISSING}, {@code EXCHANGE_TAMPERED} or {@code
   *     REQUEST_CLOSED}
   */
  public SharingReport shareAllDataOf(
      PatientId patient, HcpId delegator, AccessRequestId approval) {
    return shareAllDataOf(patient, delegator, approval, run -> {});
  }

  /**
   * The same, and does something in the transaction that ends the share, whether it is complete or
   * not.
   */
  SharingReport shareAllDataOf(
      PatientId patient, HcpId delegator, AccessRequestId approval, Consumer<ShareRun> inTheEnd) {
    var patientKey = authority.keyFor(patient, delegator, approval);
    try (var keys = custody.open(delegator)) {
      var run = transactions.execute(status -> runs.startOrContinue(approval, patient, delegator));
      try (var exchange = exchange(delegator, keys, patientKey);
          var held = new HcpContentKeys(clinic.get(), records, keys, intake)) {
        return signedAndEnded(run, exchange, keys, through(run, exchange, held), inTheEnd);
      }
    }
  }

  // What is held back is met again by whoever goes on with the share, so it is counted in the end.
  private Map<EntityKind, Integer> through(
      ShareRun run, PatientExchange exchange, HcpContentKeys held) {
    var heldBack = new EnumMap<EntityKind, Integer>(EntityKind.class);
    var position = Optional.of(Records.BEFORE_ALL);
    while (position.isPresent()) {
      var step = next(run, exchange, held, position.get());
      step.heldBack().forEach((kind, records) -> heldBack.merge(kind, records, Integer::sum));
      position = step.last();
    }
    return heldBack;
  }

  private SharingReport signedAndEnded(
      ShareRun run,
      PatientExchange exchange,
      HcpPrivateKeys keys,
      Map<EntityKind, Integer> heldBack,
      Consumer<ShareRun> inTheEnd) {
    try {
      return transactions.execute(
          status -> {
            manifests.sign(exchange, keys);
            runs.holdBack(run, heldBack);
            inTheEnd.accept(run);
            return end(run);
          });
    } catch (CryptoRefusal refused) {
      throw tampered(exchange.delegate(), refused);
    }
  }

  private PatientExchange exchange(HcpId delegator, HcpPrivateKeys keys, PartyKey patientKey) {
    try {
      return transactions.execute(
          status -> {
            shareKeys.use(patientKey);
            return exchanges.open(delegator, keys, patientKey);
          });
    } catch (CryptoRefusal refused) {
      throw tampered(patientKey.party(), refused);
    }
  }

  private ShareChunk.Step next(
      ShareRun run, PatientExchange exchange, HcpContentKeys held, UUID after) {
    return transactions.execute(status -> chunk.share(run, exchange, held, after));
  }

  private SharingReport end(ShareRun run) {
    runs.setState(run, RunState.DONE);
    var report = reports.of(run.notification()).orElseThrow();
    if (!report.isComplete()) {
      runs.setState(run, RunState.INCOMPLETE);
      alarm(run.patient().value(), "SHARE_INCOMPLETE");
      return report;
    }
    audit.record(
        new AuditEvent(
            "hcp:" + run.delegator(),
            "SHARE_COMPLETED",
            "notification:" + run.notification(),
            report.isAllHeldBack() ? "HELD_BACK" : "DONE"));
    return report;
  }

  private Incident tampered(UUID patient, CryptoRefusal refused) {
    alarm(patient, refused.reason().name());
    return new Incident("EXCHANGE_TAMPERED");
  }

  private void alarm(UUID patient, String code) {
    transactions.executeWithoutResult(
        status ->
            audit.record(
                new AuditEvent("agent", Alarm.RECORD_TAMPERED.name(), "patient:" + patient, code)));
  }
}
