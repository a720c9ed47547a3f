package care.vestibule.monitoring.processes;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which processes to list, the newest first.
 *
 * @param state those that are doing so; {@code RUNNING} includes those with an incident
 * @param element those that stand there, or came by if they have ended
 * @param invitation those of this invitation
 * @param patient those of the patient with this id or reference
 * @param hcp those in which the professional with this id or reference was asked
 * @param before those that started before that moment
 * @param incident those that ever had an incident whose code contains this, whatever its case; if
 *     the state is {@code INCIDENT}, those that have one now
 * @param cursor where the former page ended
 */
public record ProcessInstanceFilter(
    Optional<ProcessInstanceState> state,
    Optional<String> element,
    Optional<UUID> invitation,
    Optional<UUID> patient,
    Optional<UUID> hcp,
    Optional<Instant> before,
    Optional<String> incident,
    Optional<ProcessInstanceCursor> cursor) {

  /** The same, from there on. */
  public ProcessInstanceFilter after(ProcessInstanceCursor where) {
    return new ProcessInstanceFilter(
        state, element, invitation, patient, hcp, before, incident, Optional.of(where));
  }
}
