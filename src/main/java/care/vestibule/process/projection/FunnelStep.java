package care.vestibule.process.projection;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far an invitation has come; each step includes those before it. */
public enum FunnelStep {
  /** The process runs. */
  INVITED(1),
  /** The patient opened the link and registered a key. */
  LOGGED_IN(2),
  /** At least one doctor was asked. */
  NOTIFIED(3),
  /** At least one doctor said yes. */
  APPROVED(4),
  /** At least one doctor's part was shared. */
  SHARED(5),
  /** The patient was told that the record is open. */
  COMPLETED(6);

  private final int number;

  FunnelStep(int number) {
    this.number = number;
  }

  /** How many steps there are up to this one, 1 to 6; stored with each process. */
  public int number() {
    return number;
  }

  /** The elements of the model any of which shows that a process has come here. */
  public List<String> elements() {
    return switch (this) {
      case INVITED -> List.of("invitation-requested");
      case LOGGED_IN -> List.of("notify-hcps");
      case NOTIFIED -> List.of("approve-access");
      case APPROVED -> List.of("mark-ongoing");
      case SHARED -> List.of("shared");
      case COMPLETED -> List.of("record-open", "record-partly-open");
    };
  }

  /** The step of this number. */
  public static FunnelStep numbered(int number) {
    return Arrays.stream(values())
        .filter(step -> step.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No step has this number"));
  }

  /** The step a process has reached that came to this element of the model. */
  public static Optional<FunnelStep> at(String element) {
    return Arrays.stream(values()).filter(step -> step.elements().contains(element)).findFirst();
  }
}
