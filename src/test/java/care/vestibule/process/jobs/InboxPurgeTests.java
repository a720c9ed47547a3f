package care.vestibule.process.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.EveryClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InboxPurgeTests {

  private static final TestDatabase DATABASE = TestDatabase.get();

  private final Fixtures fixtures = new Fixtures(DATABASE);
  private final ClinicId here = fixtures.aClinic().id();
  private final ClinicId there = fixtures.aClinic().id();
  private final InboxPurge purge =
      new InboxPurge(
          DATABASE.jdbc(),
          new EveryClinic(DATABASE.jdbc(), DATABASE.clinic()),
          DATABASE.clinic(),
          DATABASE.transactions(),
          new InboxRetention(Duration.ofDays(180)));

  @Test
  void theJobsOfLongAgoAreForgottenInEveryClinic() {
    worked(here, 1, 2500, "181 days");
    worked(here, 9001, 1, "179 days");
    worked(there, 1, 1, "181 days");
    worked(there, 9001, 2, "1 minute");

    purge.purge();

    assertThat(left(here)).isEqualTo(1);
    assertThat(left(there)).isEqualTo(2);
  }

  @Test
  void aRetentionShorterThanAProcessTakesIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new InboxRetention(Duration.ofDays(29)));
  }

  private void worked(ClinicId clinic, int first, int count, String ago) {
    in(
        clinic,
        () ->
            DATABASE
                .jdbc()
                .sql(
                    """
                    insert into engine_inbox (clinic_id, element_instance_key, job_type, taken_at)
                    select :clinic, n, 'share-data', clock_timestamp() - :ago::interval
                    from generate_series(:first, :first + :count - 1) n
                    """)
                .param("clinic", clinic.value())
                .param("ago", ago)
                .param("first", first)
                .param("count", count)
                .update());
  }

  private int left(ClinicId clinic) {
    return in(
        clinic,
        () ->
            DATABASE.jdbc().sql("select count(*) from engine_inbox").query(Integer.class).single());
  }

  private static int in(ClinicId clinic, Supplier<Integer> work) {
    return DATABASE
        .clinic()
        .during(
            clinic,
            () -> Objects.requireNonNull(DATABASE.transactions().execute(status -> work.get())));
  }
}
