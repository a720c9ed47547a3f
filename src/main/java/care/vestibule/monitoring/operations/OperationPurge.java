package care.vestibule.monitoring.operations;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.process.projection.RebuildLock;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets what operations decided long ago, clinic by clinic. Several portals may do it at once.
 *
 * <p>The application has no right to delete a decision; a function of the database does it, which
 * takes none that is young.
 */
@Component
@OnlyIn(Zone.PORTAL)
@EnableConfigurationProperties(OperationRetention.class)
class OperationPurge {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final Clinics clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final RebuildLock rebuild;
  private final Duration kept;

  OperationPurge(
      JdbcClient jdbc,
      Clinics clinics,
      CurrentClinic current,
      TransactionTemplate transactions,
      RebuildLock rebuild,
      OperationRetention retention) {
    this.jdbc = jdbc;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
    this.rebuild = rebuild;
    this.kept = retention.operations();
  }

  @Scheduled(
      initialDelayString = "${vestibule.retention.every:1h}",
      fixedDelayString = "${vestibule.retention.every:1h}")
  void purge() {
    var all = Objects.requireNonNull(transactions.execute(status -> clinics.all()));
    all.stream().map(Clinic::id).forEach(clinic -> current.during(clinic, this::purgeOne));
  }

  // A batch is a transaction of its own, so that nobody waits for long.
  private void purgeOne() {
    int forgotten;
    do {
      forgotten = Objects.requireNonNull(transactions.execute(status -> forgetSome()));
    } while (forgotten == BATCH);
  }

  private int forgetSome() {
    // A process that is not there yet would look as if it were shown no more.
    if (!rebuild.keepRebuildOff()) {
      return 0;
    }
    return jdbc.sql("select forget_operations(:kept * interval '1 millisecond', :batch)")
        .param("kept", kept.toMillis())
        .param("batch", BATCH)
        .query(Integer.class)
        .single();
  }
}
