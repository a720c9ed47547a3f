package care.vestibule.tasklist;

import java.util.List;

/**
 * A part of a doctor's requests.
 *
 * @param more whether there are more than these
 */
public record TaskList(TaskQuery query, List<TaskRow> rows, boolean more, TaskCounts counts) {}
