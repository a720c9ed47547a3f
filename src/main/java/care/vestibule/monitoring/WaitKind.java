package care.vestibule.monitoring;

/** Whom a process waits for at an element. */
public enum WaitKind {
  /** The patient has to log in. */
  PATIENT,
  /** A doctor has to answer. */
  DOCTOR,
  /** The clinic's desk has to correct an address. */
  DESK,
  /** Vestibule itself is at work, or stuck. */
  VESTIBULE;

  /** Whom a process at this element waits for. */
  public static WaitKind at(String element) {
    return switch (element) {
      case "await-login" -> PATIENT;
      case "approve-access" -> DOCTOR;
      case "fix-contact" -> DESK;
      default -> VESTIBULE;
    };
  }
}
