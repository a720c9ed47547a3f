package care.vestibule.monitoring.processes;

import java.time.Instant;

/**
 * Something that will happen by itself.
 *
 * @param element the event in the model it triggers
 * @param due when
 */
public record PendingTimer(String element, Instant due) {}
