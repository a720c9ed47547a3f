package care.vestibule.monitoring.processes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A process as the engine's records tell it.
 *
 * @param key the engine's key
 * @param version which version of the model it follows
 * @param lastChange when something last happened in it
 * @param standsAt the elements it stands at
 * @param end the end event it ended with; empty while it runs, or if it was cancelled
 */
public record ProcessInstance(
    long key,
    int version,
    Optional<UUID> invitation,
    ProcessInstanceState state,
    Instant started,
    Optional<Instant> ended,
    Instant lastChange,
    List<String> standsAt,
    Optional<String> end) {}
