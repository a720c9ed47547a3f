package care.vestibule.records.fhir;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.Pepper;
import care.vestibule.directory.ClinicParts;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patients;
import care.vestibule.records.Intake;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports bundles of FHIR R4 for the current clinic.
 *
 * <p>Organization and Location become parts of the clinic, Practitioner a professional, Patient a
 * patient (clear administrative data, and the whole resource sealed), Condition a healthcare
 * element, and every other clinical resource of a patient a data sample. Left out is what {@link
 * NotKept} names. The same bundle sent again changes nothing.
 */
@Component
@OnlyIn(Zone.PORTAL)
public final class FhirImport {

  private final FhirFormat format;
  private final TransactionTemplate transactions;
  private final CurrentClinic clinic;
  private final Directories directories;
  private final Intake intake;
  private final Pepper pepper;
  private final AuditLog audit;
  private final Clock clock;

  /** An import into the given modules. */
  public FhirImport(
      FhirFormat format,
      PlatformTransactionManager transactions,
      CurrentClinic clinic,
      ClinicParts parts,
      HealthcareProfessionals professionals,
      Patients patients,
      Intake intake,
      Pepper pepper,
      AuditLog audit,
      Clock clock) {
    this.format = format;
    this.transactions = new TransactionTemplate(transactions);
    this.clinic = clinic;
    this.directories = new Directories(parts, professionals, patients);
    this.intake = intake;
    this.pepper = pepper;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Imports a bundle, in one transaction of the database.
   *
   * @param body a Bundle of type batch or transaction as UTF-8 JSON
   * @param importing the professional on whose behalf it is sent: who gets what nobody else took
   *     part in
   * @param actor who sends it, for the audit log
   */
  public FhirAnswer receive(byte[] body, Optional<HcpId> importing, String actor) {
    try {
      var bundle = IncomingBundle.read(body, format);
      return transactions.execute(
          status -> {
            var answers = run(bundle, importing);
            if (bundle.transaction() && answers.stream().anyMatch(EntryResult::isRefusal)) {
              status.setRollbackOnly();
              return Responses.refused(answers);
            }
            var kind = bundle.transaction() ? "TRANSACTION" : "BATCH";
            var subject = "import:" + UUID.randomUUID();
            audit.record(new AuditEvent(actor, "FHIR_IMPORTED", subject, kind));
            return Responses.answered(bundle.transaction(), answers);
          });
    } catch (FhirRefusal refusal) {
      return Responses.refused(refusal);
    }
  }

  private List<EntryResult> run(IncomingBundle bundle, Optional<HcpId> importing) {
    importing.ifPresent(directories::require);
    var entries = new Entries(bundle, new EntryReader(format));
    var current = clinic.get();
    var keys = new SourceKeys(pepper, current);
    try (var batch = intake.open(current)) {
      return new ImportRun(entries, directories, keys, current, batch, clock, importing).answers();
    }
  }
}
