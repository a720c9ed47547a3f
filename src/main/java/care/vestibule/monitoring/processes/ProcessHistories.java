package care.vestibule.monitoring.processes;

import care.vestibule.monitoring.Times;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a process; whose process it is has been found out before. */
@Repository
@Transactional(readOnly = true)
public class ProcessHistories {

  private final JdbcClient jdbc;

  ProcessHistories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The visits of a process in the order in which they began. */
  public List<ElementVisit> visits(ProcessInstance process) {
    return jdbc.sql(
            """
            select element_key, element_id, element_type, coalesce(entered_at, left_at) as entered_at, left_at,
              coalesce(terminated, false) as terminated
            from engine_element where instance_key = :instance
            order by coalesce(entered_at, left_at), element_key
            """)
        .param("instance", process.key())
        .query(
            (row, number) ->
                new ElementVisit(
                    row.getLong("element_key"),
                    row.getString("element_id"),
                    row.getString("element_type"),
                    Times.at(row, "entered_at"),
                    Times.find(row, "left_at"),
                    row.getBoolean("terminated")))
        .list();
  }

  /** What will happen in it by itself, the soonest first. */
  public List<PendingTimer> timers(ProcessInstance process) {
    return jdbc.sql(
            """
            select element_id, due_at from engine_timer
            where instance_key = :instance and created_at is not null and ended_at is null
            order by due_at, timer_key
            """)
        .param("instance", process.key())
        .query(
            (row, number) -> new PendingTimer(row.getString("element_id"), Times.at(row, "due_at")))
        .list();
  }

  /** What it got past with help, the oldest first. */
  public List<PastIncident> pastIncidents(ProcessInstance process) {
    return jdbc.sql(
            """
            select element_id, code, coalesce(created_at, resolved_at) as created_at, resolved_at
            from engine_incident where instance_key = :instance and resolved_at is not null
            order by incident_key
            """)
        .param("instance", process.key())
        .query(
            (row, number) ->
                new PastIncident(
                    row.getString("element_id"),
                    row.getString("code"),
                    Times.at(row, "created_at"),
                    Times.at(row, "resolved_at")))
        .list();
  }

  /**
   * Something a process could not get past by itself, and did get past in the end.
   *
   * @param element where, by its id in the model
   * @param code the cause
   */
  public record PastIncident(String element, String code, Instant since, Instant resolved) {}

  /**
   * Something that will happen by itself.
   *
   * @param element the event in the model it triggers
   * @param due when
   */
  public record PendingTimer(String element, Instant due) {}
}
