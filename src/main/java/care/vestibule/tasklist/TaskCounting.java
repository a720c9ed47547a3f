package care.vestibule.tasklist;

import care.vestibule.accessrequest.deputy.DeputyScope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts each part of the list, in one query and out of indexes alone where it can. */
@Component
class TaskCounting {

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskCounting(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What the doctor has to do and has done; needs a transaction. */
  TaskCounts of(DeputyScope doctor) {
    // The queue comes with the first that are due, so those overdue are among the counted.
    var sql =
        """
        select queue.tasks as queue, queue.overdue, %s as mine, %s as deputy, %s as done,
          (select count(*) from task_look look
            join notifications n on n.clinic_id = look.clinic_id and n.id = look.notification_id
            where look.clinic_id = current_clinic() and look.hcp = :me
              and n.answered_at is null and n.status in ('PENDING', 'ONGOING')) as checked
        from (select least(count(*), 1000) as tasks,
            least(count(*) filter (where due_at < :now), 1000) as overdue
          from (%s) first) queue
        """
            .formatted(
                count(TaskParts.of(TaskView.MINE)),
                count(TaskParts.of(TaskView.DEPUTY)),
                count(TaskParts.of(TaskView.DONE)),
                each(TaskParts.of(TaskView.QUEUE), "n.due_at", " order by n.due_at"));
    return jdbc.sql(sql)
        .param("me", doctor.doctor().value())
        .param("absent", doctor.absentIds())
        .param("colleagues", doctor.colleagueIds())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new TaskCounts(
                    row.getInt("queue"),
                    row.getInt("mine"),
                    row.getInt("deputy"),
                    row.getInt("done"),
                    row.getInt("overdue"),
                    row.getInt("checked")))
        .single();
  }

  private static String count(List<String> parts) {
    return "(select least(count(*), 1000) from (" + each(parts, "1", "") + ") c)";
  }

  private static String each(List<String> parts, String column, String order) {
    return parts.stream()
        .map(
            part ->
                "(select "
                    + column
                    + " from notifications n where n.clinic_id = current_clinic() and "
                    + part
                    + order
                    + " limit 1000)")
        .collect(Collectors.joining(" union all "));
  }
}
