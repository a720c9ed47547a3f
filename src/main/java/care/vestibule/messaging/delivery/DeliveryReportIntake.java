package care.vestibule.messaging.delivery;

import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what providers report, and believes none of it: the portal holds no key to check it. */
@Component
@OnlyIn(Zone.PORTAL)
public final class DeliveryReportIntake {

  private final MessageReferences names;
  private final DeliveryReports reports;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  DeliveryReportIntake(
      MessageReferences names,
      DeliveryReports reports,
      CurrentClinic clinic,
      PlatformTransactionManager transactions) {
    this.names = names;
    this.reports = reports;
    this.clinic = clinic;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Keeps a report for the agent to judge; one under a name nobody was given is dropped. */
  public void take(UUID report, Map<String, String> fields, String signature) {
    var named = transactions.execute(status -> names.find(report));
    if (named != null && named.isPresent()) {
      clinic.during(
          named.get().clinic(),
          () ->
              transactions.executeWithoutResult(
                  status -> reports.keep(named.get().message(), report, fields, signature)));
    }
  }
}
