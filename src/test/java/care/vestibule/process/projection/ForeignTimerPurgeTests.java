package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForeignTimerPurgeTests {

  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final List<String> TABLES = List.of("engine_timer", "engine_journal");

  private final JdbcClient jdbc = TestDatabase.get().jdbc();
  private final ForeignTimerPurge purge =
      new ForeignTimerPurge(
          jdbc,
          OpenRebuild.lock(),
          TestDatabase.get().transactions(),
          new ProjectionRetention(Duration.ofDays(90)));

  // Keys of no engine, so that no other test's rows are among them.
  private final long first = (5L << 53) + ThreadLocalRandom.current().nextLong(1L << 32) * 10_000;

  @Test
  void theTimersOfOthersThatWereOverLongAgoAreForgottenWithTheirRecords() {
    timers(0, 2300, "91 days", "91 days");
    timers(5000, 2, "89 days", "89 days");

    purge.purge();

    assertThat(TABLES.stream().map(this::left)).containsExactly(2, 2);
  }

  @Test
  void ourOwnTimersStayAsLongAsTheirProcess() {
    timers(0, 1, "400 days", "400 days");
    jdbc.sql("insert into engine_instance (instance_key) values (:key)")
        .param("key", first)
        .update();

    purge.purge();

    assertThat(TABLES.stream().map(this::left)).containsExactly(1, 1);
  }

  @Test
  void aTimerWhoseEndWasNeverToldIsOverWhenItWasDue() {
    timers(0, 1, "91 days", null);
    timers(1, 1, "-1 day", null);
    timers(2, 1, "-900 days", "91 days");

    purge.purge();

    assertThat(
            jdbc.sql(in("select instance_key - :first from engine_timer where %s"))
                .param("first", first)
                .query(Long.class)
                .list())
        .containsExactly(1L);
  }

  @Test
  void whatAProcessHasStillToComeKeepsNoneOfItsTimersThatAreOver() {
    timers(0, 1, "91 days", "91 days");
    again(0, "1 day");

    purge.purge();

    assertThat(TABLES.stream().map(this::left)).containsExactly(1, 1);

    jdbc.sql(in("update engine_timer set ended_at = ended_at - interval '90 days' where %s"))
        .param("first", first)
        .update();
    purge.purge();

    assertThat(TABLES.stream().map(this::left)).containsExactly(0, 0);
  }

  @Test
  void nothingIsForgottenWhileTheReadModelIsRebuilt() {
    timers(0, 1, "91 days", "91 days");
    OpenRebuild.during(
        () -> {
          purge.purge();
          assertThat(left("engine_journal")).isEqualTo(1);
        });

    purge.purge();
    assertThat(left("engine_journal")).isZero();
  }

  @Test
  void whatAnotherPortalForgetsAtTheMomentIsLeftToIt() throws SQLException {
    timers(0, 2, "91 days", "91 days");
    try (var other = TestDatabase.get().superuser()) {
      other.setAutoCommit(false);
      hold(other, first);

      assertThat(CompletableFuture.runAsync(purge::purge)).succeedsWithin(BUDGET);

      assertThat(left("engine_timer")).isEqualTo(1);
      other.rollback();
    }
    purge.purge();
    assertThat(left("engine_timer")).isZero();
  }

  private static void hold(Connection other, long key) throws SQLException {
    try (var statement = other.createStatement()) {
      statement.execute("select from engine_timer where timer_key = " + key + " for update");
    }
  }

  private void timers(long from, int count, String dueAgo, @Nullable String endedAgo) {
    jdbc.sql(
            """
            with timed as (
              insert into engine_timer (timer_key, instance_key, element_id, due_at, ended_at)
              select n, n, 'every-night', clock_timestamp() - :due::interval,
                clock_timestamp() - :ended::interval
              from generate_series(:first, :first + :count - 1) n
              returning instance_key)
            insert into engine_journal (partition_id, position, instance_key, record_key, at_ms,
              value_type, intent, value)
            select 83, instance_key, instance_key, instance_key, 1, 'TIMER', 'CREATED', '{}'
            from timed
            """)
        .param("first", first + from)
        .param("count", count)
        .param("due", dueAgo)
        .param("ended", endedAgo)
        .update();
  }

  /** Another timer of the same process. */
  private void again(long process, String ago) {
    jdbc.sql(
            """
            with timed as (
              insert into engine_timer (timer_key, instance_key, element_id, due_at, ended_at)
              values (:key + 9000, :key, 'every-night', clock_timestamp() - :ago::interval,
                clock_timestamp() - :ago::interval)
              returning timer_key, instance_key)
            insert into engine_journal (partition_id, position, instance_key, record_key, at_ms,
              value_type, intent, value)
            select 83, timer_key, instance_key, timer_key, 1, 'TIMER', 'CREATED', '{}' from timed
            """)
        .param("key", first + process)
        .param("ago", ago)
        .update();
  }

  private int left(String table) {
    return jdbc.sql(in("select count(*) from " + table + " where %s"))
        .param("first", first)
        .query(Integer.class)
        .single();
  }

  private static String in(String sql) {
    return sql.formatted("instance_key between :first and :first + 9999");
  }
}
