package care.vestibule.accessrequest;

/** Why nobody waits for the answer to a notification; for the dashboard. */
public enum AccessRequestProblem {
  /** The professional has no public key yet, so nothing can be shared in their name. */
  NO_KEY,
  /** Asking this professional failed; the others were asked. */
  NOT_ASKED
}
