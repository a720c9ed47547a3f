package care.vestibule.monitoring.operations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What operations decided about a process.
 *
 * @param hcp who answers a request that was handed over
 * @param until to when something was extended
 * @param told when the engine knew; empty if it has still to be told
 */
public record OperationAction(
    UUID id,
    OperationKind kind,
    long instance,
    UUID invitation,
    OperationReason reason,
    String words,
    Optional<UUID> hcp,
    Optional<Instant> until,
    String actor,
    Instant at,
    Optional<Instant> told) {}
