package care.vestibule.monitoring;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something a process cannot get past by itself.
 *
 * @param key the engine's key of the incident
 * @param instance the engine's key of the process
 * @param invitation the invitation the process is about
 * @param element where it is stuck, by its id in the model
 * @param elementKey the visit to that element
 * @param job the engine's key of the job; -1 if there is none
 * @param code the cause
 * @param correlation what names the failure in the log of the process that met it
 * @param since when it began
 */
public record OpenIncident(
    long key,
    long instance,
    Optional<UUID> invitation,
    String element,
    long elementKey,
    long job,
    String code,
    Optional<UUID> correlation,
    Instant since) {}
