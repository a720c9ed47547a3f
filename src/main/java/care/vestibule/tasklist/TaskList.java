package care.vestibule.tasklist;

import java.util.List;

/**
 * A doctor's requests.
 *
 * @param open those that wait for an answer or are being shared, the oldest first
 * @param done those that are answered and finished, the newest first
 */
public record TaskList(List<TaskRow> open, List<TaskRow> done) {}
