package care.vestibule.messaging.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Contact;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.MessageAccount;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.messaging.delivery.Undeliverable;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.ClinicTransactionManager;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SmsBudgetTests {

  private final TestDatabase database = TestDatabase.get();
  private final ClinicId clinic = new Fixtures(database).aClinic().id();
  private final Contact mobile = mobile("+4915123" + (100_000 + new Random().nextInt(900_000)));
  private final SmsUsage spent = new SmsUsage(database.jdbc(), database.clinic());
  private final int before = spent.todayInAll();
  private final MessageAccount patient =
      new MessageAccount(MessageAccount.Kind.PATIENT, UUID.randomUUID());
  private final MessageAccount doctor =
      new MessageAccount(MessageAccount.Kind.DOCTOR, UUID.randomUUID());

  @Test
  void eachAccountHasSoManyADayAndNotOneMore() {
    var budget = budget(new SmsLimits(9, 2, 3, 9, 9, before + 100));

    spend(budget, mobile, patient, doctor);
    spend(budget, mobile, patient, doctor);

    assertLimit(() -> spend(budget, mobile, patient, doctor), "LIMIT_PATIENT");
    var other = new MessageAccount(MessageAccount.Kind.PATIENT, UUID.randomUUID());
    spend(budget, mobile, other, doctor);
    assertLimit(() -> spend(budget, mobile, other, doctor), "LIMIT_DOCTOR");
    assertThat(spent.todayInAll()).isEqualTo(before + 3);
  }

  @Test
  void aNumberIsOneNumberHoweverItIsWritten() {
    var budget = budget(new SmsLimits(9, 9, 9, 2, 9, before + 100));

    spend(budget, mobile);
    spend(budget, mobile(mobile.value().replace("+49151", "+49 (151) ")));

    assertLimit(() -> spend(budget, mobile), "LIMIT_NUMBER");
  }

  @Test
  void aClinicHasItsOwnLimitAndAnotherOneStillSends() {
    var budget = budget(new SmsLimits(9, 9, 9, 9, 1, before + 100));
    spend(budget, mobile);

    assertLimit(() -> spend(budget, mobile), "LIMIT_CLINIC");

    var elsewhere = new Fixtures(database).aClinic().id();
    database.clinic().during(elsewhere, () -> budget.spend(Set.of(), mobile));
  }

  @Test
  void whenAllTogetherHaveHadEnoughNothingIsSentForNowAndTheAlarmIsUp() {
    var limits = new SmsLimits(9, 9, 9, 9, 9, before + 1);
    var budget = budget(limits);
    var registry = new SimpleMeterRegistry();
    new SmsGauges(spent, limits).bindTo(registry);
    assertThat(registry.get("vestibule.sms.breaker").gauge().value()).isZero();
    spend(budget, mobile);

    assertThatThrownBy(() -> spend(budget, mobile))
        .isInstanceOf(NotSentYet.class)
        .hasMessage("SMS_BREAKER");

    assertThat(registry.get("vestibule.sms.breaker").gauge().value()).isEqualTo(1);
    assertThat(registry.get("vestibule.sms.today").gauge().value()).isEqualTo(before + 1);
  }

  @Test
  void everyProcessOfVestibuleTellsByTheLimitTheAgentsObey() {
    var registry = new SimpleMeterRegistry();
    new SmsGauges(spent, new SmsLimits(9, 9, 9, 9, 9, before + 100)).bindTo(registry);
    new SmsLimitNotice(spent, new SmsLimits(9, 9, 9, 9, 9, before)).post();
    try {
      assertThat(registry.get("vestibule.sms.breaker").gauge().value()).isEqualTo(1);

      new SmsLimitNotice(spent, new SmsLimits(9, 9, 9, 9, 9, before + 1)).post();

      assertThat(registry.get("vestibule.sms.breaker").gauge().value()).isZero();
    } finally {
      database.jdbc().sql("delete from sms_limit_in_all").update();
    }
  }

  @Test
  void manyAtOnceGetNoMoreThanOneAfterTheOther() throws Exception {
    var budget = budget(new SmsLimits(9, 5, 9, 90, 90, before + 100));
    Callable<Boolean> send =
        () -> {
          try {
            spend(budget, mobile, patient, doctor);
            return true;
          } catch (Undeliverable e) {
            return false;
          }
        };
    int sent = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var one : threads.invokeAll(Collections.nCopies(64, send))) {
        sent += one.get() ? 1 : 0;
      }
    }

    assertThat(sent).isEqualTo(5);
  }

  private void spend(SmsBudget budget, Contact to, MessageAccount... accounts) {
    database.clinic().during(clinic, () -> budget.spend(Set.of(accounts), to));
  }

  private SmsBudget budget(SmsLimits limits) {
    return new SmsBudget(
        spent,
        limits,
        Pepper.of(new byte[32]),
        database.clinic(),
        new ClinicTransactionManager(database.dataSource(), database.clinic()));
  }

  private static void assertLimit(Runnable spending, String code) {
    assertThatThrownBy(spending::run)
        .isInstanceOfSatisfying(
            Undeliverable.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Delivery.Reason.LIMIT_REACHED);
              assertThat(refusal.code()).isEqualTo(code);
            });
  }

  private static Contact mobile(String number) {
    return new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, number, true);
  }
}
