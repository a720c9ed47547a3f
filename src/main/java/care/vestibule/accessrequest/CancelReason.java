package care.vestibule.accessrequest;

/** Why a notification ended without a share. */
public enum CancelReason {
  NOT_MY_PATIENT,
  IDENTITY_IN_DOUBT,
  FINGERPRINT_DIFFERS,
  TALK_FIRST,
  HARM,
  OTHER,
  /** The patient registered another key; a new notification asks again with its fingerprint. */
  KEY_CHANGED,
  /** The agent refused the patient's key. */
  KEY_REJECTED,
  /** The invitation was withdrawn. */
  WITHDRAWN;

  /** Whether a doctor gave this reason. */
  public boolean isDoctorsOwn() {
    return this != KEY_CHANGED && this != KEY_REJECTED && this != WITHDRAWN;
  }
}
