package care.vestibule.tasklist.web;

import care.vestibule.identity.Problem;
import java.util.UUID;

/** Leads back to the request after a form was sent, and says what became of it. */
final class TaskRedirect {

  private TaskRedirect() {}

  /**
   * Does the work.
   *
   * @throws Problem what is neither a conflict nor a mistake in the form
   */
  static String after(UUID id, TaskListParameters parameters, Runnable work, String done) {
    return to(id, parameters, attempt(work, done));
  }

  // A conflict is news, not an error: the page says what happened and shows the present state.
  static String attempt(Runnable work, String done) {
    try {
      work.run();
      return done;
    } catch (Problem problem) {
      if (problem.kind() != Problem.Kind.CONFLICT && problem.kind() != Problem.Kind.INVALID) {
        throw problem;
      }
      return problem.slug();
    }
  }

  static String to(UUID id, TaskListParameters parameters, String news) {
    var filter = TaskListParameters.of(parameters.query());
    return "redirect:/tasks/" + id + "?news=" + news + (filter.isEmpty() ? "" : "&" + filter);
  }
}
