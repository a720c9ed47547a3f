package care.vestibule.tasklist.web;

import care.vestibule.tasklist.TaskCounts;
import care.vestibule.tasklist.TaskList;
import java.util.List;

/** A part of a doctor's requests; {@code more} says that a larger limit would give more. */
record TaskListView(List<TaskRowView> tasks, boolean more, TaskCounts counts) {

  static TaskListView of(TaskList list) {
    return new TaskListView(
        list.rows().stream().map(TaskRowView::of).toList(), list.more(), list.counts());
  }
}
