package care.vestibule.monitoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far an invitation has come; each step includes those before it. */
public enum FunnelStep {
  /** The process runs. */
  INVITED(1, "invitation-requested"),
  /** The patient opened the link and registered a key. */
  LOGGED_IN(2, "notify-hcps"),
  /** At least one doctor was asked. */
  NOTIFIED(3, "approve-access"),
  /** At least one doctor said yes. */
  APPROVED(4, "mark-ongoing"),
  /** At least one doctor's part was shared. */
  SHARED(5, "shared"),
  /** The patient was told that the record is open. */
  COMPLETED(6, "record-open", "record-partly-open");

  private final int number;
  private final List<String> elements;

  FunnelStep(int number, String... elements) {
    this.number = number;
    this.elements = List.of(elements);
  }

  /** How many steps there are up to this one, 1 to 6; stored with each process. */
  public int number() {
    return number;
  }

  /** The elements of the model any of which shows that a process has come here. */
  List<String> elements() {
    return elements;
  }

  /** The step of this number. */
  static FunnelStep numbered(int number) {
    return Arrays.stream(values())
        .filter(step -> step.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No step has this number"));
  }

  /** The step a process has reached that came to this element of the model. */
  public static Optional<FunnelStep> at(String element) {
    return Arrays.stream(values()).filter(step -> step.elements.contains(element)).findFirst();
  }
}
