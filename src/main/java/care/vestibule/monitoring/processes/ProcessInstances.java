package care.vestibule.monitoring.processes;

import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's processes. */
@Repository
@Transactional(readOnly = true)
public class ProcessInstances {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  ProcessInstances(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The process, if it is the clinic's. */
  public Optional<ProcessInstance> find(long key) {
    return jdbc.sql(ProcessInstanceRow.COLUMNS + " and instance.instance_key = :key")
        .param("clinic", clinic.get().value())
        .param("key", key)
        .query(new ProcessInstanceRow())
        .optional();
  }

  /** One page of at most that size; those that start meanwhile never shift it. */
  public ProcessInstanceList search(ProcessInstanceFilter filter, int size) {
    // One more than a page tells whether there is a next one.
    var found = rows(filter, size + 1);
    if (found.size() <= size) {
      return new ProcessInstanceList(found, Optional.empty());
    }
    var page = List.copyOf(found.subList(0, size));
    var last = page.getLast();
    return new ProcessInstanceList(
        page, Optional.of(new ProcessInstanceCursor(last.started(), last.key())));
  }

  private List<ProcessInstance> rows(ProcessInstanceFilter filter, int most) {
    var conditions = ProcessInstanceConditions.of(filter);
    return jdbc.sql(
            ProcessInstanceRow.COLUMNS
                + conditions.sql()
                + """
                   order by instance.started_at desc, instance.instance_key desc
                  limit :most
                  """)
        .param("clinic", clinic.get().value())
        .params(conditions.parameters())
        .param("most", most)
        .query(new ProcessInstanceRow())
        .list();
  }

  /**
   * One page of a list.
   *
   * @param next where the next page starts; empty on the last one
   */
  public record ProcessInstanceList(
      List<ProcessInstance> instances, Optional<ProcessInstanceCursor> next) {}
}
