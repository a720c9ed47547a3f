package care.vestibule.correspondence;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has each professional mailed once a day, as long as somebody waits for them. */
@Component
@OnlyIn(Zone.AGENT)
class DailyDigest {

  private static final Logger LOG = LoggerFactory.getLogger(DailyDigest.class);

  private final DigestMessages mail;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;

  DailyDigest(
      DigestMessages mail,
      Clinics clinics,
      CurrentClinic current,
      TransactionTemplate transactions) {
    this.mail = mail;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
  }

  @Scheduled(cron = "${vestibule.tasks.digest:0 0 7 * * MON-FRI}")
  void send() {
    var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
    all.stream().map(Clinic::id).forEach(this::sendIn);
  }

  private void sendIn(ClinicId clinic) {
    try {
      current.during(clinic, () -> mail.order(clinic));
    } catch (RuntimeException e) {
      // One clinic in trouble does not keep the mail from the others.
      LOG.warn("No digest in clinic {}: {}", clinic, e.getClass().getSimpleName());
    }
  }
}
