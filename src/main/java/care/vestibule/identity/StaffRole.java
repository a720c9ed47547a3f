package care.vestibule.identity;

/** What a member of the clinic's staff signs in as. */
public enum StaffRole {
  /** A healthcare professional, who answers requests for access. */
  DOCTOR,
  /** The clinic's desk, which invites and corrects addresses. */
  DESK,
  /** Those who keep the processes running. */
  OPERATIONS
}
