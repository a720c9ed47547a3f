package care.vestibule.monitoring.processes;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the next page starts; empty on the last one
 */
public record ProcessInstanceList(
    List<ProcessInstance> instances, Optional<ProcessInstanceCursor> next) {}
