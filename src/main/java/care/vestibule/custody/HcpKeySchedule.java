package care.vestibule.custody;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HcpRegistered;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes missing keys at once where it hears of a new professional, and soon where it does not. */
@Component
@OnlyIn(Zone.AGENT)
class HcpKeySchedule {

  private static final Logger LOG = LoggerFactory.getLogger(HcpKeySchedule.class);

  private final HcpKeyGeneration keys;
  private final HcpVouchers vouchers;
  private final Clinics clinics;
  private final TransactionTemplate transactions;

  HcpKeySchedule(
      HcpKeyGeneration keys,
      HcpVouchers vouchers,
      Clinics clinics,
      TransactionTemplate transactions) {
    this.keys = keys;
    this.vouchers = vouchers;
    this.clinics = clinics;
    this.transactions = transactions;
  }

  @TransactionalEventListener
  void on(HcpRegistered registered) {
    makeMissing(registered.clinic());
  }

  // A portal on another machine stores professionals whose event is not heard here.
  @Scheduled(fixedDelayString = "${vestibule.sharing.interval:30s}")
  void everywhere() {
    clinics().forEach(this::makeMissing);
  }

  // Somebody who can write in the database can change a key at any time.
  @Scheduled(fixedDelayString = "${vestibule.sharing.vouching:30s}")
  void vouch() {
    clinics().forEach(this::vouch);
  }

  private List<ClinicId> clinics() {
    try {
      return transactions.execute(status -> clinics.all().stream().map(Clinic::id).toList());
    } catch (TransactionException | DataAccessException e) {
      LOG.warn("Keys wait for the database: {}", e.getClass().getSimpleName());
      return List.of();
    }
  }

  private void vouch(ClinicId clinic) {
    try {
      vouchers.renew(clinic);
    } catch (Incident e) {
      LOG.error("No keys are vouched for in clinic {}: {}", clinic, e.code());
    } catch (RuntimeException e) {
      LOG.warn("Vouchers of clinic {} wait: {}", clinic, e.getClass().getSimpleName());
    }
  }

  private void makeMissing(ClinicId clinic) {
    try {
      int made = keys.makeMissing(clinic);
      if (made > 0) {
        LOG.info("Made keys for {} professionals of clinic {}", made, clinic);
      }
    } catch (Incident e) {
      LOG.error("No keys are made for clinic {}: {}", clinic, e.code());
    } catch (RuntimeException e) {
      LOG.warn("Keys of clinic {} wait: {}", clinic, e.getClass().getSimpleName());
    }
  }
}
