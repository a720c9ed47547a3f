package care.vestibule.monitoring.processes;

import java.time.Instant;

/**
 * Something a process could not get past by itself, and did get past in the end.
 *
 * @param element where, by its id in the model
 * @param code the cause
 */
public record PastIncident(String element, String code, Instant since, Instant resolved) {}
