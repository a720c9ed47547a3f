package care.vestibule.invitation;

/** What became of everything the patient asked for. */
public enum InvitationOutcome {
  /** Every doctor who was asked shared. */
  ALL_SHARED,
  /** Some shared, some did not. */
  PARTLY_SHARED,
  /** Nobody shared. */
  ALL_DECLINED,
  /** No doctor holds data of the patient. */
  NOTHING_TO_SHARE
}
