package care.vestibule.invitation;

/** Why a clinic's wish about an invitation is not granted. */
public enum RefusalReason {
  /** The clinic has no such patient. */
  UNKNOWN_PATIENT,
  /** The clinic has no such healthcare professional. */
  UNKNOWN_SENDER,
  /** The clinic has no such invitation. */
  UNKNOWN_INVITATION,
  /** The patient has died. */
  DECEASED,
  /** The patient's record is not in use. */
  INACTIVE,
  /** The patient's record was merged into another one. */
  MERGED,
  /**
   * The patient is younger than the clinic's minimum age, and nobody who stands in can be reached.
   */
  MINOR,
  /** The patient is a user already. */
  ALREADY_USER,
  /** The patient has no account yet whose key could be replaced. */
  NO_USER_YET,
  /** The patient has neither an e-mail address nor a mobile number. */
  UNREACHABLE,
  /** The patient lacks the contact the asked-for channel needs. */
  CHANNEL_MISSING,
  /** The link's life is outside of the allowed bounds. */
  LINK_LIFE,
  /** The invitation has ended or is not in the state the step needs. */
  NOT_LIVE,
  /** No channel took the message; the desk has to correct the contact first. */
  AT_THE_DESK,
  /** The link opens without a code. */
  NO_CODE_NEEDED,
  /** Too many wrong codes were tried; only a new link helps. */
  LOCKED,
  /** The idempotency key was used with another body. */
  KEY_REUSED
}
