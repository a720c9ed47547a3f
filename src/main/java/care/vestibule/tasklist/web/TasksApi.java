package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.accessrequest.PersonChecks;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.accessrequest.decision.DeclineAccess;
import care.vestibule.accessrequest.decision.ManualStatusChanges;
import care.vestibule.accessrequest.deputy.Assignments;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.tasklist.Comments;
import care.vestibule.tasklist.TaskCounts;
import care.vestibule.tasklist.Tasks;
import care.vestibule.tasklist.Tasks.TaskList;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A doctor's list for health records that show one of their own. */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping("/api/v1/tasks")
class TasksApi {

  private final Tasks tasks;
  private final ManualStatusChanges statuses;
  private final Assignments assignments;
  private final ApproveAccess approving;
  private final DeclineAccess declining;
  private final Comments comments;
  private final PersonChecks checks;

  TasksApi(
      Tasks tasks,
      ManualStatusChanges statuses,
      Assignments assignments,
      ApproveAccess approving,
      DeclineAccess declining,
      Comments comments,
      PersonChecks checks) {
    this.tasks = tasks;
    this.statuses = statuses;
    this.assignments = assignments;
    this.approving = approving;
    this.declining = declining;
    this.comments = comments;
    this.checks = checks;
  }

  @GetMapping
  @Operation(summary = "A doctor's queue, own, deputy's or done requests, with their counts")
  TaskListView list(Actor.Doctor doctor, @ParameterObject TaskListParameters parameters) {
    return TaskListView.of(tasks.list(doctor, parameters.query()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One request in full")
  TaskDetailView find(Actor.Doctor doctor, @PathVariable UUID id) {
    return TaskDetailView.of(
        tasks.find(doctor, new AccessRequestId(id)).orElseThrow(Problem::notFound));
  }

  @PostMapping("/{id}/take")
  @Operation(summary = "Tells the colleagues that this doctor is on it")
  TaskDetailView take(Actor.Doctor doctor, @PathVariable UUID id) {
    statuses.take(new AccessRequestId(id), doctor);
    return find(doctor, id);
  }

  @PostMapping("/{id}/release")
  @Operation(summary = "Gives it back")
  TaskDetailView release(Actor.Doctor doctor, @PathVariable UUID id) {
    statuses.change(new AccessRequestId(id), doctor, AccessRequestStatus.PENDING);
    return find(doctor, id);
  }

  @PostMapping("/{id}/assign")
  @Operation(summary = "Hands it to a colleague of the same deputy group")
  void assign(Actor.Doctor doctor, @PathVariable UUID id, @RequestBody TaskActionBody body) {
    assignments.assign(new AccessRequestId(id), doctor, new HcpId(body.chosen()));
  }

  @PostMapping("/{id}/approve")
  @Operation(
      summary = "Shares what this doctor holds and does not hold back with the key of that print")
  TaskDetailView approve(
      Actor.Doctor doctor, @PathVariable UUID id, @RequestBody TaskActionBody body) {
    approving.approve(
        new AccessRequestId(id), doctor, body.seenFingerprint(), body.sureness(), body.wishes());
    return find(doctor, id);
  }

  @PostMapping("/{id}/decline")
  @Operation(summary = "Shares nothing, with a coded reason and words to the patient")
  TaskDetailView decline(
      Actor.Doctor doctor, @PathVariable UUID id, @RequestBody TaskActionBody body) {
    declining.decline(new AccessRequestId(id), doctor, body.coded(), body.saidWords());
    return find(doctor, id);
  }

  @PostMapping("/{id}/comments")
  @Operation(summary = "Adds a comment for the colleagues")
  TaskDetailView comment(
      Actor.Doctor doctor, @PathVariable UUID id, @RequestBody TaskActionBody body) {
    comments.add(doctor, new AccessRequestId(id), body.saidWords());
    return find(doctor, id);
  }

  @PostMapping("/{id}/person-check")
  @Operation(summary = "Has the desk verify the person first")
  TaskDetailView askTheDesk(Actor.Doctor doctor, @PathVariable UUID id) {
    checks.ask(new AccessRequestId(id), doctor);
    return find(doctor, id);
  }

  /** A part of a doctor's requests; {@code more} says that a larger limit would give more. */
  record TaskListView(List<TaskRowView> tasks, boolean more, TaskCounts counts) {

    static TaskListView of(TaskList list) {
      return new TaskListView(
          list.rows().stream().map(TaskRowView::of).toList(), list.more(), list.counts());
    }
  }
}
