package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.deputy.DeputyScope;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the list in one query across the tables of requests, patients and doctors: a list that
 * asked each module for each row would take a hundred times as long.
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

  // The name of the patient as a word of it begins, and the birth date; or an identifier.
  private static final String WORD =
      """
      (p.birth_date::text = :word%1$d
        or lower(' ' || p.given || ' ' || p.family) like '%% ' || :word%1$d || '%%')
      """;
  private static final String IDENTIFIER =
      """
      p.patient_id in (select i.owner_id from identifier i
        where i.clinic_id = current_clinic() and i.owner_kind = 'PATIENT' and i.value = :text)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskSearch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** At most one row more than the query asks for. */
  List<TaskRow> rows(DeputyScope doctor, TaskQuery query) {
    var now = clock.instant();
    var words = words(query.text());
    var sql = picked(query) + ROWS + matching(words) + order(query) + " limit :limit";
    return jdbc.sql(sql)
        .param("me", doctor.doctor().value())
        .param("absent", doctor.absentIds())
        .param("colleagues", doctor.colleagueIds())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .params(words)
        .param("text", query.text())
        .param("limit", query.limit() + 1)
        .query(new TaskRows(doctor.doctor(), now))
        .list();
  }

  /** One of them, whoever's it is: that it is the doctor's was made sure before. */
  Optional<TaskRow> row(DeputyScope doctor, AccessRequestId id) {
    return jdbc.sql("with picked as (" + pick("n.id = :id", "") + ")\n" + ROWS)
        .param("me", doctor.doctor().value())
        .param("id", id.value())
        .query(new TaskRows(doctor.doctor(), clock.instant()))
        .optional();
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
    return "select "
        + COLUMNS
        + " from notifications n where n.clinic_id = current_clinic() and "
        + condition
        + first;
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

  /** Each word begins a name or is the birth date; or the whole text is an identifier. */
  private static String matching(Map<String, String> words) {
    return words.isEmpty()
        ? ""
        : IntStream.range(0, words.size())
            .mapToObj(WORD::formatted)
            .collect(Collectors.joining(" and ", " and ((", ") or " + IDENTIFIER + ")"));
  }

  // The wildcards of LIKE are ordinary characters of a name here.
  private static Map<String, String> words(String text) {
    if (text.isEmpty()) {
      return Map.of();
    }
    var words = text.toLowerCase(Locale.ROOT).split("\\s+", 8);
    return IntStream.range(0, words.length)
        .boxed()
        .collect(
            Collectors.toMap(n -> "word" + n, n -> words[n].replaceAll("([%_\\\\])", "\\\\$1")));
  }
}
