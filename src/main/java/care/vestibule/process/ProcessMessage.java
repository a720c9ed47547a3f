package care.vestibule.process;

/** The messages the model waits for, with what correlates each. */
public enum ProcessMessage {
  /** Starts a process; correlated by patient reference. */
  INVITATION_REQUESTED("InvitationRequested"),
  /** Starts or re-asks after a new patient key; correlated by patient reference. */
  KEY_CHANGED("KeyChanged"),
  /** Correlated by invitation id. */
  PATIENT_LOGGED_IN("patient-logged-in"),
  /** Correlated by invitation id. */
  FRESH_LINK_REQUESTED("fresh-link-requested"),
  /** Correlated by invitation id. */
  DELIVERY_FAILED("delivery-failed"),
  /** Correlated by invitation id. */
  WITHDRAWN("withdrawn");

  private final String id;

  ProcessMessage(String id) {
    this.id = id;
  }

  /** The spelling in the model. */
  public String id() {
    return id;
  }
}
