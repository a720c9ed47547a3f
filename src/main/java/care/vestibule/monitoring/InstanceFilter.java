package care.vestibule.monitoring;

import java.util.Optional;
import java.util.UUID;

/**
 * Which processes to list, the newest first.
 *
 * @param state those that are doing so; {@code RUNNING} includes those with an incident
 * @param element those that stand there, or came by if they have ended
 * @param invitation those of this invitation
 * @param cursor where the former page ended
 */
public record InstanceFilter(
    Optional<InstanceState> state,
    Optional<String> element,
    Optional<UUID> invitation,
    Optional<InstanceCursor> cursor) {

  /** The same, from there on. */
  public InstanceFilter after(InstanceCursor where) {
    return new InstanceFilter(state, element, invitation, Optional.of(where));
  }
}
