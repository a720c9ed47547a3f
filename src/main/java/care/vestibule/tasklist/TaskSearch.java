package care.vestibule.tasklist;

import care.vestibule.notification.NotificationId;
import care.vestibule.notification.StandIns;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the list in one query across the tables of requests, patients and doctors: a list that
 * asked each room for each row would take a hundred times as long.
 */
@Component
class TaskSearch {

  private static final String ROWS =
      """
      select n.id, n.hcp, n.responsible, n.status, n.created, n.due_at, n.modified, n.handler, n.handled_since,
        n.answered_at, n.problem, p.given, p.family, p.birth_date,
        concat_ws(' ', nullif(asked.title, ''), nullif(asked.given, ''), asked.family) as asked_name,
        concat_ws(' ', nullif(on_it.title, ''), nullif(on_it.given, ''), on_it.family) as handler_name,
        look.notification_id is not null as checked,
        n.status = 'COMPLETED' and exists (select 1 from share_run_parts part
            where part.clinic_id = n.clinic_id and part.notification_id = n.id and part.held_back > 0)
          and not exists (select 1 from share_run_parts part
            where part.clinic_id = n.clinic_id and part.notification_id = n.id and part.modified > 0)
          as all_held
      from picked n
      join patient p on p.clinic_id = n.clinic_id and p.patient_id = n.responsible
      join hcp asked on asked.clinic_id = n.clinic_id and asked.hcp_id = n.hcp
      left join hcp on_it on on_it.clinic_id = n.clinic_id and on_it.hcp_id = n.handler
      left join task_look look on look.clinic_id = n.clinic_id and look.notification_id = n.id
        and look.hcp = :me
      where n.clinic_id = current_clinic()
      """;

  private static final String COLUMNS =
      """
      n.clinic_id, n.id, n.hcp, n.responsible, n.status, n.created, n.due_at, n.modified, n.handler,
        n.handled_since, n.answered_at, n.problem
      """;

  private static final String LATE = " and n.due_at < :now";

  private static final String CHECKED =
      """
      (select count(*) from task_look look
        join notifications n on n.clinic_id = look.clinic_id and n.id = look.notification_id
        where look.clinic_id = current_clinic() and look.hcp = :me
          and n.answered_at is null and n.status in ('PENDING', 'ONGOING')) as checked
      """;

  // Each word begins a name or is the birth date; or the whole text is an identifier.
  private static final String TEXT =
      """
      and (not exists (select 1 from unnest(cast(:words as text[])) word
             where p.birth_date::text <> word
               and lower(' ' || p.given || ' ' || p.family) not like '% ' || word || '%')
        or p.patient_id in (select i.owner_id from identifier i
             where i.clinic_id = current_clinic() and i.owner_kind = 'PATIENT' and i.value = :text))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskSearch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** At most one row more than the query asks for. */
  List<TaskRow> rows(StandIns doctor, TaskQuery query) {
    var now = clock.instant();
    var sql =
        picked(query)
            + ROWS
            + (query.text().isEmpty() ? "" : TEXT)
            + order(query)
            + " limit :limit";
    return jdbc.sql(sql)
        .param("me", doctor.doctor().value())
        .param("absent", doctor.absentIds())
        .param("colleagues", doctor.colleagueIds())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("words", words(query.text()))
        .param("text", query.text())
        .param("limit", query.limit() + 1)
        .query(new TaskRows(doctor.doctor(), now))
        .list();
  }

  /** One of them, whoever's it is: that it is the doctor's was made sure before. */
  Optional<TaskRow> row(StandIns doctor, NotificationId id) {
    return jdbc.sql("with picked as (" + pick("n.id = :id", "") + ")\n" + ROWS)
        .param("me", doctor.doctor().value())
        .param("id", id.value())
        .query(new TaskRows(doctor.doctor(), clock.instant()))
        .optional();
  }

  TaskCounts counts(StandIns doctor) {
    var sql =
        "select "
            + count(TaskView.QUEUE, "")
            + " as queue, "
            + count(TaskView.MINE, "")
            + " as mine, "
            + count(TaskView.DEPUTY, "")
            + " as deputy, "
            + count(TaskView.DONE, "")
            + " as done, "
            + count(TaskView.QUEUE, LATE)
            + " as overdue, "
            + CHECKED;
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

  private static String count(TaskView view, String condition) {
    return TaskParts.of(view).stream()
        .map(part -> "select 1 from notifications n " + where(part + condition) + " limit 1000")
        .collect(
            Collectors.joining(") union all (", "(select least(count(*), 1000) from ((", ")) c)"));
  }

  // The first of each part are enough, unless names decide about order or place.
  private static String picked(TaskQuery query) {
    boolean byName = query.view() != TaskView.DONE && query.sort() == TaskSort.NAME;
    var first = byName || !query.text().isEmpty() ? "" : order(query) + " limit :limit";
    return TaskParts.of(query.view()).stream()
        .map(part -> "(" + pick(part + (query.overdue() ? LATE : ""), first) + ")")
        .collect(Collectors.joining(" union all ", "with picked as materialized (", ")\n"));
  }

  private static String pick(String condition, String first) {
    return "select " + COLUMNS + " from notifications n " + where(condition) + first;
  }

  private static String where(String condition) {
    return "where n.clinic_id = current_clinic() and " + condition;
  }

  private static String order(TaskQuery query) {
    if (query.view() == TaskView.DONE) {
      return " order by n.modified desc, n.id";
    }
    return switch (query.sort()) {
      case DUE -> " order by n.due_at, n.id";
      case NEWEST -> " order by n.created desc, n.id";
      case NAME -> " order by p.family, p.given, n.id";
    };
  }

  // The wildcards of LIKE are ordinary characters of a name here.
  private static String[] words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+", 8))
        .map(word -> word.replaceAll("([%_\\\\])", "\\\\$1"))
        .toArray(String[]::new);
  }
}
