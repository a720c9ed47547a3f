package care.vestibule.monitoring.processes;

import care.vestibule.monitoring.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a process with what is known of its elements and incidents. */
final class ProcessInstanceRow implements RowMapper<ProcessInstance> {

  /** What it reads, of table {@code engine_instance} under the name {@code instance}. */
  static final String COLUMNS =
      """
      select instance.instance_key, instance.process_version, instance.invitation_id,
        instance.started_at, instance.ended_at, instance.terminated,
        greatest(instance.started_at, instance.ended_at, elements.last_change,
          incidents.last_change) as last_change,
        incidents.open as open_incidents, elements.stands_at, elements.last_end
      from engine_instance instance
      cross join lateral (
        select max(greatest(entered_at, left_at)) as last_change,
          coalesce(array_agg(distinct element_id) filter (where left_at is null
            and element_type not like '%SUB_PROCESS'
            and element_type <> 'MULTI_INSTANCE_BODY'), '{}') as stands_at,
          (array_agg(element_id order by left_at desc, element_key desc)
            filter (where element_type = 'END_EVENT' and left_at is not null))[1] as last_end
        from engine_element where instance_key = instance.instance_key) elements
      cross join lateral (
        select count(*) filter (where created_at is not null and resolved_at is null) as open,
          max(greatest(created_at, resolved_at)) as last_change
        from engine_incident where instance_key = instance.instance_key) incidents
      where instance.clinic_ref = :clinic and instance.started_at is not null
      """;

  @Override
  public ProcessInstance mapRow(ResultSet row, int number) throws SQLException {
    var ended = Times.find(row, "ended_at");
    // What was cancelled came to no end, even if a part of it had.
    var lastEnd =
        Optional.ofNullable(row.getBoolean("terminated") ? null : row.getString("last_end"));
    return new ProcessInstance(
        row.getLong("instance_key"),
        row.getInt("process_version"),
        Optional.ofNullable(row.getObject("invitation_id", UUID.class)),
        state(ended.isPresent(), row.getLong("open_incidents")),
        Times.at(row, "started_at"),
        ended,
        Times.at(row, "last_change"),
        ended.isPresent() ? List.of() : List.of((String[]) row.getArray("stands_at").getArray()),
        ended.flatMap(when -> lastEnd));
  }

  private static ProcessInstanceState state(boolean ended, long openIncidents) {
    if (ended) {
      return ProcessInstanceState.ENDED;
    }
    return openIncidents > 0 ? ProcessInstanceState.INCIDENT : ProcessInstanceState.RUNNING;
  }
}
