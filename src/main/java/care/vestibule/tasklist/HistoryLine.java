package care.vestibule.tasklist;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of what happened to a request.
 *
 * @param who the name of the person; empty if the process did it by itself
 * @param what a key of the page's texts, below {@code tasklist.history.}
 * @param whom the name of whom it was handed to
 */
public record HistoryLine(Instant at, Optional<String> who, String what, Optional<String> whom) {}
