package care.vestibule.messaging.delivery;

import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what a mail server says of an e-mail it could not deliver after all.
 *
 * <p>Anybody can write such a thing, but only who got the mail, or carried it, knows its name.
 */
@Component
@OnlyIn(Zone.AGENT)
public final class EmailBounces {

  private final MessageReferences names;
  private final ReportedDeliveries returns;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  EmailBounces(
      MessageReferences names,
      ReportedDeliveries returns,
      CurrentClinic clinic,
      PlatformTransactionManager transactions) {
    this.names = names;
    this.returns = returns;
    this.clinic = clinic;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Notes that an e-mail came back; one nobody here sent is none of our business.
   *
   * @param name what stands before the {@code @} of its Message-ID
   * @param code why, such as {@code DSN_5_1_1}
   */
  public void cameBack(String name, String code) {
    var named = transactions.execute(status -> names.findMail(name));
    if (named != null && named.isPresent()) {
      var verdict = new DeliveryReportVerifier.Verdict(DeliveryStatus.CAME_BACK, code);
      clinic.during(
          named.get().clinic(),
          () ->
              transactions.executeWithoutResult(
                  status -> returns.note(named.get().message(), verdict)));
    }
  }
}
