package care.vestibule.monitoring;

import java.util.Optional;

/** How far an invitation has come; each step includes those before it. */
public enum FunnelStep {
  /** The process runs. */
  INVITED,
  /** The patient opened the link and registered a key. */
  LOGGED_IN,
  /** At least one doctor was asked. */
  NOTIFIED,
  /** At least one doctor said yes. */
  APPROVED,
  /** At least one doctor's part was shared. */
  SHARED,
  /** The patient was told that the record is open. */
  COMPLETED;

  /** The step a process has reached that came to this element of the model. */
  public static Optional<FunnelStep> at(String element) {
    return Optional.ofNullable(
        switch (element) {
          case "invitation-requested" -> INVITED;
          case "notify-hcps" -> LOGGED_IN;
          case "approve-access" -> NOTIFIED;
          case "mark-ongoing" -> APPROVED;
          case "shared" -> SHARED;
          case "record-open", "record-partly-open" -> COMPLETED;
          default -> null;
        });
  }
}
