package care.vestibule.local.demo;

import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.StaffAccounts;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The staff of the demo clinic, their logins and their keys. */
@Component
@Profile("local")
final class DemoPeople {

  private static final Duration BUDGET = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final StaffAccounts accounts;
  private final HealthcareProfessionals professionals;
  private final PublicKeys keys;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;

  DemoPeople(
      StaffAccounts accounts,
      HealthcareProfessionals professionals,
      PublicKeys keys,
      CurrentClinic current,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.professionals = professionals;
    this.keys = keys;
    this.current = current;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** Opens the accounts that are missing. */
  List<HealthcareProfessional> openAccounts() {
    var doctors = professionals.all();
    for (var doctor : doctors) {
      var username = DemoAccess.usernameOf(doctor);
      if (!accounts.isTaken(username)) {
        accounts.createDoctor(DemoAccess.CLINIC, doctor.id(), username, DemoAccess.PASSWORD);
      }
    }
    if (!accounts.isTaken(DemoAccess.DESK)) {
      accounts.createDesk(DemoAccess.CLINIC, DemoAccess.DESK, DemoAccess.PASSWORD);
    }
    if (!accounts.isTaken(DemoAccess.OPERATIONS)) {
      accounts.createOperations(DemoAccess.CLINIC, DemoAccess.OPERATIONS, DemoAccess.PASSWORD);
    }
    return doctors;
  }

  /** Waits until the agent has made a key for every doctor: nothing can be sealed before. */
  void awaitKeys() {
    var deadline = System.nanoTime() + BUDGET.toNanos();
    while (somebodyHasNoKey()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The demo clinic's doctors got no keys within " + BUDGET);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean somebodyHasNoKey() {
    return current.during(
        DemoAccess.CLINIC,
        () ->
            transactions.execute(
                status ->
                    professionals.all().stream()
                        .anyMatch(doctor -> keys.activeOf(doctor.id().value()).isEmpty())));
  }
}
