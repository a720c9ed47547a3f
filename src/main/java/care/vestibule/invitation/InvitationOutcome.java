package care.vestibule.invitation;

/** What became of everything the patient asked for. */
public enum InvitationOutcome {
  /** Every doctor who was asked shared everything. */
  ALL_SHARED,
  /** Some shared, some did not, or single records are held back. */
  PARTLY_SHARED,
  /** Nobody shared. */
  ALL_DECLINED,
  /** No doctor holds data of the patient. */
  NOTHING_TO_SHARE
}
