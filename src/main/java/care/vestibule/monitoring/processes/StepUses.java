package care.vestibule.monitoring.processes;

import care.vestibule.tenancy.CurrentClinic;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds out how the current clinic's processes use the steps of a version of the model. */
@Repository
@Transactional(readOnly = true)
public class StepUses {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  StepUses(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /**
   * The steps that are stood at, or were left after that moment, in the order in which a process
   * usually comes to them. Gateways take no time and are not told.
   */
  public List<StepUse> of(int version, Instant since) {
    return jdbc.sql(
            """
            select element.element_id,
              count(*) filter (where element.left_at is null and instance.ended_at is null)
                as standing,
              count(*) filter (where element.left_at is null and instance.ended_at is null
                and exists (
                  select from engine_incident incident
                  where incident.element_key = element.element_key
                    and incident.created_at is not null and incident.resolved_at is null))
                as stuck,
              count(*) filter (where not element.terminated) as passed,
              extract(epoch from percentile_cont(0.5) within group (
                order by element.left_at - element.entered_at)
                filter (where not element.terminated)) * 1000 as median,
              extract(epoch from percentile_cont(0.95) within group (
                order by element.left_at - element.entered_at)
                filter (where not element.terminated)) * 1000 as p95
            from engine_element element join engine_instance instance using (instance_key)
            where instance.clinic_ref = :clinic and instance.process_version = :version
              and element.entered_at is not null
              and (element.left_at >= :since
                or (element.left_at is null and instance.ended_at is null))
              and element.element_type not like '%GATEWAY'
              and element.element_type <> 'MULTI_INSTANCE_BODY'
            group by element.element_id
            order by avg(extract(epoch from element.entered_at - instance.started_at)),
              element.element_id
            """)
        .param("clinic", clinic.get().value())
        .param("version", version)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(StepUses::use)
        .list();
  }

  private static StepUse use(ResultSet row, int number) throws SQLException {
    return new StepUse(
        row.getString("element_id"),
        row.getLong("standing"),
        row.getLong("stuck"),
        row.getLong("passed"),
        length(row.getBigDecimal("median")),
        length(row.getBigDecimal("p95")));
  }

  private static Optional<Duration> length(@Nullable BigDecimal millis) {
    return Optional.ofNullable(millis).map(found -> Duration.ofMillis(found.longValue()));
  }

  /**
   * How a step of the model is used.
   *
   * @param element its id in the model
   * @param standing how many visits to it are open
   * @param stuck how many of these cannot go on by themselves
   * @param passed how many visits were completed in the period
   * @param median how long half of those took at most; empty if there are none
   * @param p95 how long 95 in 100 of them took at most
   */
  public record StepUse(
      String element,
      long standing,
      long stuck,
      long passed,
      Optional<Duration> median,
      Optional<Duration> p95) {

    /** From 0, never passed, over 1, within a second, to 4, longer than a day. */
    public int heat() {
      return median
          .map(
              length ->
                  length.toSeconds() < 1
                      ? 1
                      : length.toHours() < 1 ? 2 : length.toDays() < 1 ? 3 : 4)
          .orElse(0);
    }
  }
}
