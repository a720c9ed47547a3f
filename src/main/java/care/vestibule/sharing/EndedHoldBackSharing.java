package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.hold.HoldBackTable;
import care.vestibule.accessrequest.hold.HoldBackTable.EndedHolds;
import care.vestibule.accessrequest.hold.PlannedHoldBackTable;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.process.BusinessFailure;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Shares what was held back once it is not any more, if the doctor's approval stands then. */
@Component
@OnlyIn(Zone.AGENT)
class EndedHoldBackSharing {

  private static final Logger LOG = LoggerFactory.getLogger(EndedHoldBackSharing.class);
  private static final Duration AFTER_AN_INCIDENT = Duration.ofHours(1);

  private final HoldBackTable table;
  private final PlannedHoldBackTable choices;
  private final AccessRequests notifications;
  private final ActiveShares standing;
  private final Sharing sharing;
  private final NewlySharedRecords grown;
  private final Clinics clinics;
  private final AuditLog audit;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final Clock clock;

  EndedHoldBackSharing(
      HoldBackTable table,
      PlannedHoldBackTable choices,
      AccessRequests notifications,
      ActiveShares standing,
      Sharing sharing,
      NewlySharedRecords grown,
      Clinics clinics,
      AuditLog audit,
      CurrentClinic current,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.choices = choices;
    this.notifications = notifications;
    this.standing = standing;
    this.sharing = sharing;
    this.grown = grown;
    this.clinics = clinics;
    this.audit = audit;
    this.current = current;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${vestibule.sharing.interval:30s}")
  void everywhere() {
    try {
      transactions.execute(status -> clinics.all()).stream().map(Clinic::id).forEach(this::tryIn);
    } catch (TransactionException | DataAccessException e) {
      LOG.warn("Ended holds wait for the database: {}", e.getClass().getSimpleName());
    }
  }

  private void tryIn(ClinicId clinic) {
    try {
      lookIn(clinic);
    } catch (RuntimeException e) {
      LOG.warn("Ended holds of clinic {} wait: {}", clinic, e.getClass().getSimpleName());
    }
  }

  /** Ends what is over in a clinic, and shares what nobody holds back any more. */
  void lookIn(ClinicId clinic) {
    current.during(
        clinic,
        () -> {
          transactions.executeWithoutResult(status -> expire());
          transactions.executeWithoutResult(status -> forgetChoices());
          transactions.execute(status -> table.toShare()).forEach(this::share);
        });
  }

  private void expire() {
    for (var record : table.expire()) {
      audit.record(new AuditEvent("agent", "HOLD_EXPIRED", "entity:" + record, "NONE"));
    }
  }

  // Of requests that were declined or withdrawn, or that somebody else approved.
  private void forgetChoices() {
    for (var request : choices.requests()) {
      if (notifications.find(request).filter(one -> !one.status().isFinal()).isEmpty()) {
        choices.forget(request);
      }
    }
  }

  private void share(EndedHolds ended) {
    if (transactions.execute(status -> standing.isUnderWay(ended.doctor(), ended.patient()))) {
      return;
    }
    var approvals = transactions.execute(status -> standing.of(ended.patient()));
    var approval = approvals.get(ended.doctor());
    try {
      if (approval == null
          || sharing
              .shareAllDataOf(ended.patient(), ended.doctor(), approval, grown::tell)
              .isComplete()) {
        transactions.executeWithoutResult(status -> table.settle(ended));
      } else {
        wait(ended, "SHARE_INCOMPLETE");
      }
    } catch (Incident e) {
      wait(ended, e.code());
    } catch (BusinessFailure e) {
      wait(ended, e.error().name());
    } catch (TransactionException | DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      // What fails for one patient again and again keeps no other's records back.
      LOG.warn("A share after a hold failed: {}", e.getClass().getSimpleName());
      wait(ended, "TECHNICAL_FAILURE");
    }
  }

  private void wait(EndedHolds ended, String code) {
    LOG.error("Records that were held back are not shared yet: {}", code);
    var at = clock.instant().plus(AFTER_AN_INCIDENT);
    transactions.executeWithoutResult(status -> table.tryAgain(ended, code, at));
  }
}
