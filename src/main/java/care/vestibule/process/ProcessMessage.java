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
  FRESH_LINK_WANTED("fresh-link-wanted"),
  /** Correlated by invitation id. */
  MESSAGE_BOUNCED("message-bounced"),
  /** Correlated by invitation id. */
  INVITATION_WITHDRAWN("invitation-withdrawn");

  private final String id;

  ProcessMessage(String id) {
    this.id = id;
  }

  /** The spelling in the model. */
  public String id() {
    return id;
  }
}
