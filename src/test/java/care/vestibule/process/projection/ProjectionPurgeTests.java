package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.vestibule.process.OutboxLag;
import care.vestibule.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionPurgeTests {

  private static final List<String> TABLES =
      List.of(
          "engine_instance",
          "engine_element",
          "engine_user_task",
          "engine_timer",
          "engine_incident",
          "engine_journal");

  private final UUID clinic = UUID.randomUUID();

  @Test
  void whatEndedLongAgoIsForgottenWithAllThatBelongsToIt() {
    processes(100, 1200, "91 days", false);
    processes(5000, 2, "89 days", false);

    purge(Duration.ZERO);

    for (var table : TABLES) {
      assertThat(left(table)).as(table).isEqualTo(2);
    }
  }

  @Test
  void whatRunsStaysAndWhatWasCancelledIsOver() {
    processes(100, 1, null, false);
    processes(200, 1, "400 days", true);

    purge(Duration.ZERO);

    assertThat(left("engine_instance")).isEqualTo(1);
    assertThat(left("engine_user_task")).isEqualTo(1);
  }

  @Test
  void nothingIsForgottenWhileSomethingAsOldIsStillToBeTold() {
    processes(100, 1, "91 days", false);

    purge(Duration.ofDays(90));
    assertThat(left("engine_instance")).isEqualTo(1);

    purge(Duration.ofDays(89));
    assertThat(left("engine_instance")).isZero();
  }

  @Test
  void nothingIsForgottenWhileTheReadModelIsRebuilt() {
    processes(100, 1, "91 days", false);
    OpenRebuild.during(
        () -> {
          purge(Duration.ZERO);
          assertThat(left("engine_instance")).isEqualTo(1);
        });

    purge(Duration.ZERO);
    assertThat(left("engine_instance")).isZero();
  }

  @Test
  void aRetentionTheOverviewLooksBackFurtherThanIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProjectionRetention(Duration.ofDays(30)));
  }

  private static void purge(Duration outboxAge) {
    var outbox =
        new OutboxLag() {
          @Override
          public Duration age() {
            return outboxAge;
          }

          @Override
          public boolean waitsToComplete(UUID formReference) {
            return false;
          }
        };
    var jdbc = TestDatabase.get().jdbc();
    new ProjectionPurge(
            jdbc,
            outbox,
            OpenRebuild.lock(),
            TestDatabase.get().transactions(),
            new ProjectionRetention(Duration.ofDays(90)))
        .purge();
  }

  private void processes(long first, int count, @Nullable String endedAgo, boolean cancelled) {
    TestDatabase.get()
        .jdbc()
        .sql(
            """
            with started as (
              insert into engine_instance (instance_key, process_version, clinic_ref, started_at,
                ended_at, terminated)
              select (7::bigint << 53) + hashtext(:clinic::text)::bigint * 10000 + n, 1, :clinic,
                clock_timestamp() - interval '500 days', clock_timestamp() - :ago::interval,
                :cancelled
              from generate_series(:first, :first + :count - 1) n
              returning instance_key),
            visited as (
              insert into engine_element (element_key, instance_key, element_id, element_type)
              select instance_key, instance_key, 'approve-access', 'USER_TASK' from started),
            asked as (
              insert into engine_user_task (task_key, instance_key, element_id)
              select instance_key, instance_key, 'approve-access' from started),
            timed as (
              insert into engine_timer (timer_key, instance_key, element_id, due_at)
              select instance_key, instance_key, 'deputies-due', clock_timestamp() from started),
            recorded as (
              insert into engine_journal (partition_id, position, instance_key, record_key, at_ms,
                value_type, intent, value)
              select 79, instance_key, instance_key, 1, 1, 'TIMER', 'CREATED', '{}' from started)
            insert into engine_incident (incident_key, instance_key, element_id, job_key, code)
            select instance_key, instance_key, 'share-data', 1, 'KEYSTORE_LOCKED' from started
            """)
        .param("clinic", clinic)
        .param("first", first)
        .param("count", count)
        .param("ago", endedAgo)
        .param("cancelled", cancelled)
        .update();
  }

  private int left(String table) {
    return TestDatabase.get()
        .jdbc()
        .sql(
            """
            select count(*) from %s where instance_key
              between (7::bigint << 53) + hashtext(:clinic::text)::bigint * 10000
                and (7::bigint << 53) + hashtext(:clinic::text)::bigint * 10000 + 9999
            """
                .formatted(table))
        .param("clinic", clinic)
        .query(Integer.class)
        .single();
  }
}
