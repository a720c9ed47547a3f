package care.vestibule.monitoring;

import care.vestibule.process.projection.FunnelStep;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds out how long the current clinic's newest processes took from step to step. */
@Repository
@Transactional(readOnly = true)
class StepDurations {

  /** Enough to tell a median and a 95th percentile, and few enough to be looked at each time. */
  static final int NEWEST = 200;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  StepDurations(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * From each step to the next, by the newest two hundred that began at or after that moment and
   * have come to the next; without steps nobody has passed.
   */
  Map<FunnelStep, StepDuration> since(Instant start) {
    var dwells = new EnumMap<FunnelStep, StepDuration>(FunnelStep.class);
    jdbc.sql(
            """
            select step, percentile_cont(array[0.5, 0.95]) within group (order by took) as within
            from generate_series(1, :last - 1) step
            cross join lateral (
              select instance_key from engine_instance
              where clinic_ref = :clinic and invited and started_at >= :start and furthest > step
              order by started_at desc limit :newest) recent
            cross join lateral (
              select extract(epoch from min(entered_at) filter (where number = step + 1)
                - min(entered_at) filter (where number = step))::float8 as took
              from engine_element
              join unnest(cast(:elements as text[]), cast(:numbers as integer[]))
                as known (element_id, number) using (element_id)
              where engine_element.instance_key = recent.instance_key) visit
            where took >= 0
            group by step
            """)
        .param("clinic", clinic.get().value())
        .param("start", start.atOffset(ZoneOffset.UTC))
        .param("last", FunnelStep.COMPLETED.number())
        .param("newest", NEWEST)
        .param(
            "elements",
            Arrays.stream(FunnelStep.values())
                .flatMap(step -> step.elements().stream())
                .toArray(String[]::new))
        .param(
            "numbers",
            Arrays.stream(FunnelStep.values())
                .flatMap(step -> step.elements().stream().map(element -> step.number()))
                .toArray(Integer[]::new))
        .query(
            row -> {
              var within = (Double[]) row.getArray("within").getArray();
              dwells.put(
                  FunnelStep.numbered(row.getInt("step")),
                  new StepDuration(length(within[0]), length(within[1])));
            });
    return dwells;
  }

  private static Duration length(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /**
   * How long processes take from one step of the funnel to the next.
   *
   * @param median half of them take no longer
   * @param p95 95 in 100 take no longer
   */
  public record StepDuration(Duration median, Duration p95) {}
}
