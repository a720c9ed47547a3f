package care.vestibule.monitoring.processes;

import care.vestibule.monitoring.OpenIncident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A process's stay at one element.
 *
 * @param key the engine's key of the visit
 * @param element the element's id in the model
 * @param type the engine's name of its kind, such as {@code SERVICE_TASK}
 * @param left when it was left; empty while the process stands there
 * @param cancelled whether it was left because something else happened
 */
public record ElementVisit(
    long key,
    String element,
    String type,
    Instant entered,
    Optional<Instant> left,
    boolean cancelled) {

  /** Whether the process stands here, and not merely around something it stands at. */
  public boolean isPlace() {
    return left.isEmpty() && !type.endsWith("SUB_PROCESS") && !type.equals("MULTI_INSTANCE_BODY");
  }

  /** Whether it is worth a line: forks and the wrapping of repeated parts are not. */
  public boolean isStep() {
    return !type.endsWith("GATEWAY") && !type.equals("MULTI_INSTANCE_BODY");
  }

  /** Whether something merely happened, which takes no time worth telling. */
  public boolean isMoment() {
    return type.endsWith("EVENT")
        && left.filter(end -> end.isBefore(entered.plusSeconds(1))).isPresent();
  }

  /** Whether it was left because it was done, and not because something else happened. */
  public boolean isPassed() {
    return left.isPresent() && !cancelled;
  }

  /** Whether one of the incidents holds up this very visit. */
  public boolean isStuckBy(List<OpenIncident> incidents) {
    return incidents.stream().anyMatch(incident -> incident.elementKey() == key);
  }
}
