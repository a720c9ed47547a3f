package care.vestibule.monitoring.deadlines;

import care.vestibule.monitoring.Times;
import care.vestibule.monitoring.deadlines.Deadline.State;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How long processes stay at their steps, measured by what Vestibule expects. */
@Repository
@OnlyIn(Zone.PORTAL)
@Transactional(readOnly = true)
class StepDeadlines {

  // Step by step: who came first is due first, so that of each step the first are enough.
  private static final String STANDING =
      """
      from unnest(:elements::text[], :millis::bigint[]) as target (element_id, millis)
      cross join lateral (
        select element.instance_key, instance.invitation_id, element.element_id,
          element.entered_at, times.due, times.risk_from
        from engine_element element
        join engine_instance instance using (instance_key)
        cross join lateral (
          select element.entered_at + target.millis * interval '1 millisecond' as due,
            element.entered_at + target.millis * :risk / 100 * interval '1 millisecond'
              as risk_from) times
        where element.element_id = target.element_id and element.left_at is null
          and element.entered_at is not null and instance.ended_at is null
          ${which}) standing
      """;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;
  private final DeadlineProperties properties;

  StepDeadlines(JdbcClient jdbc, CurrentClinic clinic, DeadlineProperties properties) {
    this.jdbc = jdbc;
    this.clinic = clinic;
    this.properties = properties;
  }

  /** The current clinic's that stand so, those with the least time left first. */
  List<Deadline> search(DeadlineFilter filter, Instant now, int most) {
    return of(
            "select standing.* ",
            """
            and instance.clinic_ref = :clinic
              and case when due <= :now then 'LATE' when risk_from <= :now then 'AT_RISK'
                else 'IN_TIME' end = any(:states)
            order by element.entered_at, element.instance_key limit :most
            """,
            "order by due, instance_key limit :most")
        .param("clinic", clinic.get().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
        .param("most", most)
        .query(StepDeadlines::read)
        .list();
  }

  /** How many of all clinics' are late and at risk. */
  Map<State, Long> counts(Instant now) {
    return of(
            """
            select count(*) filter (where due <= :now) as late,
              count(*) filter (where risk_from <= :now and due > :now) as at_risk
            """,
            "",
            "")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                Map.of(State.LATE, row.getLong("late"), State.AT_RISK, row.getLong("at_risk")))
        .single();
  }

  private StatementSpec of(String question, String which, String order) {
    var steps = List.copyOf(properties.steps().entrySet());
    return jdbc.sql(question + STANDING.replace("${which}", which) + order)
        .param("risk", properties.riskPercent())
        .param("elements", steps.stream().map(Map.Entry::getKey).toArray(String[]::new))
        .param(
            "millis",
            steps.stream().map(Map.Entry::getValue).map(Duration::toMillis).toArray(Long[]::new));
  }

  private static Deadline read(ResultSet row, int number) throws SQLException {
    return new Deadline(
        Deadline.Kind.STEP,
        row.getString("element_id"),
        Optional.ofNullable(row.getObject("invitation_id", UUID.class)),
        Optional.of(row.getLong("instance_key")),
        Times.at(row, "entered_at"),
        Times.at(row, "risk_from"),
        Times.at(row, "due"),
        false);
  }
}
