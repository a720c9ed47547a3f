package care.vestibule.audit;

import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param position its place in the clinic's chain, from 1
 * @param at when it was recorded, to the microsecond
 * @param event what was recorded
 */
public record AuditEntry(long position, Instant at, AuditEvent event) {}
