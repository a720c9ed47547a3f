package care.vestibule.notification;

/** Why nobody waits for the answer to a notification; for the dashboard. */
public enum NotificationProblem {
  /** The professional has no public key yet, so nothing can be shared in their name. */
  NO_KEY,
  /** Asking this professional failed; the others were asked. */
  NOT_ASKED
}
