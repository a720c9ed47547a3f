package care.vestibule.notification;

/** What became of one professional's part. */
public enum ShareOutcome {
  SHARED,
  DECLINED,
  KEY_REJECTED
}
