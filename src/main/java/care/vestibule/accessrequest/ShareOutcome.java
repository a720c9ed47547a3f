package care.vestibule.accessrequest;

/** What became of one professional's part. */
public enum ShareOutcome {
  SHARED,
  /** Approved, and every record of it is held back for now. */
  HELD_BACK,
  DECLINED,
  KEY_REJECTED
}
