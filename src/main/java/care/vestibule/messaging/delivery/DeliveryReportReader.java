package care.vestibule.messaging.delivery;

import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges the reports that came in, and lets Vestibule know of messages that came back. */
@Component
@OnlyIn(Zone.AGENT)
class DeliveryReportReader {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReportReader.class);

  private final DeliveryReports reports;
  private final DeliveryReportVerifier judge;
  private final ReportedDeliveries returns;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  DeliveryReportReader(
      DeliveryReports reports,
      DeliveryReportVerifier judge,
      ReportedDeliveries returns,
      CurrentClinic clinic,
      PlatformTransactionManager transactions) {
    this.reports = reports;
    this.judge = judge;
    this.returns = returns;
    this.clinic = clinic;
    this.transactions = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelayString = "${vestibule.messaging.report-poll:PT0.5S}")
  void readAll() {
    var due = next();
    while (due.isPresent()) {
      read(due.get());
      due = next();
    }
  }

  private Optional<DeliveryReports.Due> next() {
    var due = transactions.execute(status -> reports.take());
    return due == null ? Optional.empty() : due;
  }

  private void read(DeliveryReports.Due due) {
    try {
      clinic.during(
          due.clinic(), () -> transactions.executeWithoutResult(status -> read(due.id())));
    } catch (RuntimeException e) {
      LOG.warn("A report could not be read: {}", e.getClass().getSimpleName());
    }
  }

  private void read(UUID id) {
    reports
        .find(id)
        .ifPresent(
            report ->
                judge.judge(report).ifPresent(verdict -> returns.note(report.message(), verdict)));
    reports.done(id);
  }
}
