package care.vestibule.monitoring.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.vestibule.directory.Clinics;
import care.vestibule.process.projection.OpenRebuild;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class OperationPurgeTests {

  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final TestDatabase DATABASE = TestDatabase.get();

  private final JdbcClient jdbc = DATABASE.jdbc();
  private final Fixtures fixtures = new Fixtures(DATABASE);
  private final ClinicId here = fixtures.aClinic().id();
  private final ClinicId there = fixtures.aClinic().id();
  private final long process = (6L << 53) + ThreadLocalRandom.current().nextLong(1L << 40);
  private final OperationPurge purge =
      new OperationPurge(
          jdbc,
          new Clinics(jdbc),
          DATABASE.clinic(),
          DATABASE.transactions(),
          OpenRebuild.lock(),
          new OperationRetention(Duration.ofDays(1095)));

  @Test
  void whatWasDecidedLongAgoIsForgottenInEveryClinic() {
    decided(here, 2500, "1096 days");
    decided(here, 1, "1094 days");
    decided(there, 1, "1096 days");
    decided(there, 2, "1 minute");

    purge.purge();

    assertThat(left(here)).isEqualTo(1);
    assertThat(left(there)).isEqualTo(2);
  }

  @Test
  void whatWasDecidedAboutAProcessThatIsStillShownStays() {
    decided(here, 1, "1096 days");
    jdbc.sql("insert into engine_instance (instance_key) values (:key)")
        .param("key", process)
        .update();

    purge.purge();
    assertThat(left(here)).isEqualTo(1);

    jdbc.sql("delete from engine_instance where instance_key = :key")
        .param("key", process)
        .update();
    purge.purge();
    assertThat(left(here)).isZero();
  }

  @Test
  void nothingIsForgottenWhileTheReadModelIsRebuilt() {
    decided(here, 1, "1096 days");
    OpenRebuild.during(
        () -> {
          purge.purge();
          assertThat(left(here)).isEqualTo(1);
        });

    purge.purge();
    assertThat(left(here)).isZero();
  }

  @Test
  void whatAnotherPortalForgetsAtTheMomentIsLeftToIt() throws SQLException {
    decided(here, 2, "1096 days");
    try (var other = DATABASE.superuser()) {
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute(
            """
            select from operation_action where clinic_id = '%s' limit 1 for update
            """
                .formatted(here.value()));
      }

      assertThat(CompletableFuture.runAsync(purge::purge)).succeedsWithin(BUDGET);

      assertThat(left(here)).isEqualTo(1);
      other.rollback();
    }
    purge.purge();
    assertThat(left(here)).isZero();
  }

  @Test
  void theApplicationDeletesNoDecisionItself() {
    decided(here, 1, "1096 days");

    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() -> in(here, () -> jdbc.sql("delete from operation_action").update()))
        .withStackTraceContaining("permission denied");
  }

  @Test
  void theDatabaseKeepsADecisionForAYearWhateverTheApplicationSays() {
    decided(here, 1, "364 days");

    assertThat(in(here, () -> forget("365 days"))).isZero();
    for (var kept : new String[] {"364 days", "0", "-1 day", null}) {
      assertThatExceptionOfType(DataAccessException.class)
          .isThrownBy(() -> in(here, () -> forget(kept)))
          .withStackTraceContaining("kept for at least 365 days");
    }
    assertThat(left(here)).isEqualTo(1);
  }

  @Test
  void nothingOfAnotherClinicIsForgotten() {
    decided(there, 1, "1096 days");

    assertThat(in(here, () -> forget("365 days"))).isZero();
    assertThat(jdbc.sql("select forget_operations('365 days', 10)").query(Integer.class).single())
        .as("outside of any clinic")
        .isZero();
    assertThat(left(there)).isEqualTo(1);
  }

  @Test
  void aRetentionShorterThanTheDatabaseKeepsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OperationRetention(Duration.ofDays(364)));
    assertThat(
            jdbc.sql("select extract(epoch from operations_kept_at_least())::bigint")
                .query(Long.class)
                .single())
        .isEqualTo(Duration.ofDays(365).toSeconds());
  }

  private int forget(@Nullable String kept) {
    return jdbc.sql("select forget_operations(:kept::interval, 10)")
        .param("kept", kept)
        .query(Integer.class)
        .single();
  }

  private void decided(ClinicId clinic, int count, String ago) {
    in(
        clinic,
        () ->
            jdbc.sql(
                    """
                    insert into operation_action (clinic_id, id, kind, instance_key, invitation_id,
                      reason, words, actor, at)
                    select :clinic, gen_random_uuid(), 'CANCEL', :process, gen_random_uuid(),
                      'MISTAKE', 'Invited twice', 'operations:test',
                      clock_timestamp() - :ago::interval
                    from generate_series(1, :count)
                    """)
                .param("clinic", clinic.value())
                .param("process", process)
                .param("ago", ago)
                .param("count", count)
                .update());
  }

  private int left(ClinicId clinic) {
    return in(
        clinic,
        () -> jdbc.sql("select count(*) from operation_action").query(Integer.class).single());
  }

  private static int in(ClinicId clinic, Supplier<Integer> work) {
    return DATABASE
        .clinic()
        .during(
            clinic,
            () -> Objects.requireNonNull(DATABASE.transactions().execute(status -> work.get())));
  }
}
