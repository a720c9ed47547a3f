package care.vestibule.accessrequest;

/** What the desk found out when a doctor asked whether it is the patient who asks. */
public enum PersonOutcome {
  /** The patient says that it was them. */
  CONFIRMED,
  /** The patient knows nothing of it. */
  NOT_THE_PATIENT,
  /** The patient could not be reached. */
  NOT_REACHED
}
