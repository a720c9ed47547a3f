package care.vestibule.accessrequest;

import care.vestibule.accessrequest.history.AccessRequestHistory;
import care.vestibule.accessrequest.history.HistoryEntry;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts requests back that somebody took and then left untouched for a lease's life. */
@Component
@OnlyIn(Zone.PORTAL)
class ExpiredLeases {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiredLeases.class);

  private final Leases leases;
  private final AccessRequestTable table;
  private final AccessRequestHistory history;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final Clock clock;
  private final TransactionTemplate transactions;

  ExpiredLeases(
      Leases leases,
      AccessRequestTable table,
      AccessRequestHistory history,
      Clinics clinics,
      CurrentClinic current,
      Clock clock,
      TransactionTemplate transactions) {
    this.leases = leases;
    this.table = table;
    this.history = history;
    this.clinics = clinics;
    this.current = current;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelayString = "${vestibule.tasks.lease-check:30s}")
  void putBack() {
    try {
      transactions.execute(status -> clinics.all()).stream()
          .map(Clinic::id)
          .forEach(
              clinic ->
                  current.during(
                      clinic,
                      () ->
                          transactions.executeWithoutResult(
                              status -> leases.takeRunOut().forEach(this::putBack))));
    } catch (TransactionException | DataAccessException e) {
      LOG.warn("Leases wait for the database: {}", e.getClass().getSimpleName());
    }
  }

  private void putBack(AccessRequestId id) {
    var left = table.lock(current.get(), id).orElseThrow();
    var now = DatabaseTime.now(clock);
    var back =
        left.movedTo(AccessRequestStatus.PENDING, Optional.empty(), now)
            .takenBy(Optional.empty(), now);
    table.save(back, LeaseChange.ended());
    history.add(
        left.clinic(),
        new HistoryEntry(
            id,
            HistoryEntry.Kind.MOVED,
            left.status(),
            back.status(),
            "process",
            Optional.of("LEASE_RAN_OUT"),
            now));
  }
}
