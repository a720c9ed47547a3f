package care.vestibule.messaging.limits;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Contact;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageAccount;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.delivery.Undeliverable;
import care.vestibule.tenancy.CurrentClinic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps text messages from becoming somebody's income. */
@Component
public class SmsBudget {

  private final SmsUsage spent;
  private final SmsLimits limits;
  private final Pepper pepper;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  SmsBudget(
      SmsUsage spent,
      SmsLimits limits,
      Pepper pepper,
      CurrentClinic clinic,
      PlatformTransactionManager transactions) {
    this.spent = spent;
    this.limits = limits;
    this.pepper = pepper;
    this.clinic = clinic;
    this.transactions = new TransactionTemplate(transactions);
  }

  /**
   * Counts a text message against everybody it is sent for, or against nobody.
   *
   * @throws Undeliverable if one of them has had enough for today: another channel has to do
   * @throws NotSentYet if all together have: that is not the recipient's fault, and passes
   */
  public void spend(Set<MessageAccount> accounts, Contact to) {
    // In one order, so that two of them never wait for each other.
    var all =
        new TreeSet<MessageAccount>(
            java.util.Comparator.comparing(MessageAccount::kind).thenComparing(MessageAccount::id));
    all.addAll(accounts);
    all.add(new MessageAccount(MessageAccount.Kind.NUMBER, numberOf(to)));
    all.add(new MessageAccount(MessageAccount.Kind.CLINIC, clinic.get().value()));
    transactions.executeWithoutResult(
        status -> {
          for (var account : all) {
            if (!spent.count(account, limits.of(account.kind()))) {
              throw new Undeliverable(
                  Delivery.Reason.LIMIT_REACHED, "LIMIT_" + account.kind().name());
            }
          }
          if (!spent.countInAll(limits.inAll())) {
            throw new NotSentYet(NotSentYet.SMS_BREAKER);
          }
        });
  }

  private UUID numberOf(Contact to) {
    // Written in two ways it is still one number.
    var digits = to.value().replaceAll("[^0-9]", "").getBytes(StandardCharsets.US_ASCII);
    var hash = ByteBuffer.wrap(pepper.hash(digits, "number".getBytes(StandardCharsets.US_ASCII)));
    return new UUID(hash.getLong(), hash.getLong());
  }
}
