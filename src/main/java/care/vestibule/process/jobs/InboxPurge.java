package care.vestibule.process.jobs;

import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.tenancy.EveryClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets the jobs of long ago, clinic by clinic. Several portals may do it at once. */
@Component
@OnlyIn(Zone.PORTAL)
@EnableConfigurationProperties(InboxRetention.class)
class InboxPurge {

  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final EveryClinic clinics;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;
  private final Duration kept;

  InboxPurge(
      JdbcClient jdbc,
      EveryClinic clinics,
      CurrentClinic current,
      TransactionTemplate transactions,
      InboxRetention retention) {
    this.jdbc = jdbc;
    this.clinics = clinics;
    this.current = current;
    this.transactions = transactions;
    this.kept = retention.inbox();
  }

  @Scheduled(
      initialDelayString = "${vestibule.retention.every:1h}",
      fixedDelayString = "${vestibule.retention.every:1h}")
  void purge() {
    clinics.forEach(this::purgeOne);
  }

  // A batch is a transaction of its own, so that nobody waits for long.
  private void purgeOne() {
    int deleted;
    do {
      deleted = Objects.requireNonNull(transactions.execute(status -> deleteSome()));
    } while (deleted == BATCH);
  }

  private int deleteSome() {
    return jdbc.sql(
            """
            delete from engine_inbox done using (
              select clinic_id, element_instance_key, job_type from engine_inbox
              where clinic_id = :clinic
                and taken_at < clock_timestamp() - :kept * interval '1 millisecond'
              order by taken_at limit :batch for update skip locked) old
            where done.clinic_id = old.clinic_id
              and done.element_instance_key = old.element_instance_key
              and done.job_type = old.job_type
            """)
        .param("clinic", current.get().value())
        .param("kept", kept.toMillis())
        .param("batch", BATCH)
        .update();
  }
}
