package care.vestibule.monitoring;

import java.time.Instant;

/**
 * Open incidents that have one cause.
 *
 * @param code the cause, such as {@code KEYSTORE_LOCKED}, or the engine's own error type
 * @param incidents how many incidents
 * @param instances how many processes they hold up
 * @param firstSeen when the oldest of them began
 * @param lastSeen when the newest of them began
 */
public record IncidentCause(
    String code, long incidents, long instances, Instant firstSeen, Instant lastSeen) {}
