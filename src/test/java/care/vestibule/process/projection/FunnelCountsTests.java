package care.vestibule.process.projection;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counts of the funnel say what counting the processes one by one says. */
class FunnelCountsTests {

  private static final int WRITERS = 4;
  private static final int CHANGES = 60;
  private static final int PROCESSES = 30;

  private final JdbcClient jdbc = TestDatabase.get().jdbc();
  private final FunnelCounts fold = new FunnelCounts(jdbc);
  private final UUID clinic = UUID.randomUUID();
  private final long firstKey = (13L << 53) + (clinic.getLeastSignificantBits() >>> 20 << 8);

  @Test
  void whateverChangesAndIsFoldedAtTheSameTime() throws Exception {
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = new ArrayList<Callable<Object>>();
      for (int writer = 0; writer < WRITERS; writer++) {
        var random = new Random(writer);
        working.add(
            () -> {
              for (int i = 0; i < CHANGES; i++) {
                change(random);
              }
              return true;
            });
        working.add(
            () -> {
              for (int i = 0; i < CHANGES / 2; i++) {
                fold.fold();
              }
              return true;
            });
      }
      for (var one : hands.invokeAll(working)) {
        one.get();
      }
    }

    assertThat(counted()).isNotEmpty().isEqualTo(told());
    fold.fold();
    assertThat(counted()).isEqualTo(told());
    assertThat(changes()).isZero();
  }

  @Test
  void aProcessThatIsForgottenIsCountedNoLonger() {
    change(new Random(1));
    fold.fold();
    assertThat(told()).isNotEmpty();

    jdbc.sql("delete from engine_instance where clinic_ref = :clinic")
        .param("clinic", clinic)
        .update();
    assertThat(told()).isEmpty();
    fold.fold();
    assertThat(told()).isEmpty();
  }

  /** One statement that begins some, moves some on, and ends or forgets a few. */
  private void change(Random random) {
    jdbc.sql(
            """
            insert into engine_instance as kept
              (instance_key, clinic_ref, started_at, ended_at, furthest, invited)
            select :first + n % :processes, case when n % 3 = 0 then null else :clinic end,
              case when n % 5 = 0 then null
                else timestamptz '2026-01-01T22:00Z' + n % :processes * interval '1 hour' end,
              case when :seed % 3 = 0 then now() end, :seed % 6 + 1, n % 7 <> 0
            from generate_series(:seed % :processes, :seed % :processes + :seed % 8) n
            order by 1
            on conflict (instance_key) do update
              set clinic_ref = coalesce(kept.clinic_ref, excluded.clinic_ref),
                started_at = coalesce(kept.started_at, excluded.started_at),
                ended_at = coalesce(kept.ended_at, excluded.ended_at),
                furthest = greatest(kept.furthest, excluded.furthest),
                invited = kept.invited or excluded.invited
            """)
        .param("first", firstKey)
        .param("processes", PROCESSES)
        .param("clinic", clinic)
        .param("seed", 1 + random.nextInt(1000))
        .update();
    if (random.nextInt(4) == 0) {
      jdbc.sql("delete from engine_instance where instance_key = :key")
          .param("key", firstKey + random.nextInt(PROCESSES))
          .update();
    }
  }

  private List<String> counted() {
    return jdbc.sql(
            """
            select concat_ws(' ', (started_at at time zone 'UTC')::date, furthest,
              ended_at is not null, count(*))
            from engine_instance
            where clinic_ref = :clinic and invited and started_at is not null
            group by (started_at at time zone 'UTC')::date, furthest, ended_at is not null
            order by 1
            """)
        .param("clinic", clinic)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private List<String> told() {
    return jdbc.sql(
            """
            select concat_ws(' ', day, furthest, ended, sum(instances)) from (
              select * from engine_funnel union all select * from engine_funnel_change) counts
            where clinic_ref = :clinic
            group by day, furthest, ended having sum(instances) <> 0 order by 1
            """)
        .param("clinic", clinic)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private int changes() {
    return jdbc.sql("select count(*) from engine_funnel_change where clinic_ref = :clinic")
        .param("clinic", clinic)
        .query(Integer.class)
        .single();
  }
}
