package care.vestibule.directory;

/** Whether a patient record is in use. */
public enum PatientState {
  /** In use; the only state in which a patient can be invited. */
  ACTIVE,
  /** Taken out of use by the clinic. */
  INACTIVE,
  /** The patient has died. */
  DECEASED,
  /** Another record of the same person replaces this one. */
  MERGED
}
