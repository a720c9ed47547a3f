package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.identity.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requests of one doctor, joined with what they are about. */
@Component
@Transactional(readOnly = true)
public class Tasks {

  private final HcpAccessRequests inbox;
  private final TaskSearch search;
  private final TaskCounting counting;
  private final TaskDetails details;
  private final CheckedRequests looks;

  Tasks(
      HcpAccessRequests inbox,
      TaskSearch search,
      TaskCounting counting,
      TaskDetails details,
      CheckedRequests looks) {
    this.inbox = inbox;
    this.search = search;
    this.counting = counting;
    this.details = details;
    this.looks = looks;
  }

  /** A part of the doctor's requests. */
  public TaskList list(Actor.Doctor doctor, TaskQuery query) {
    var standIns = inbox.standIns(doctor.hcp());
    var rows = search.rows(standIns, query);
    return new TaskList(
        query,
        rows.subList(0, Math.min(rows.size(), query.limit())),
        rows.size() > query.limit(),
        counting.of(standIns));
  }

  /** One request in full, if it is one of the doctor's. */
  public Optional<TaskDetail> find(Actor.Doctor doctor, AccessRequestId id) {
    var standIns = inbox.standIns(doctor.hcp());
    return inbox
        .find(standIns, id)
        .map(found -> details.of(found, doctor, search.row(standIns, id).orElseThrow()));
  }

  /** Those the doctor checked one by one and still waits to approve together. */
  public List<TaskRow> checked(Actor.Doctor doctor) {
    var standIns = inbox.standIns(doctor.hcp());
    return looks.of(doctor).stream()
        .flatMap(look -> search.row(standIns, look.notification()).stream())
        .toList();
  }

  /**
   * A part of a doctor's requests.
   *
   * @param more whether there are more than these
   */
  public record TaskList(TaskQuery query, List<TaskRow> rows, boolean more, TaskCounts counts) {}
}
