package care.vestibule.monitoring.operations;

/** What became of an incident that was tried again. */
public enum RetryResult {
  /** The engine could not be reached; nothing was changed. */
  NOT_TOLD,
  /** The engine was told, and its record of it is on the way. */
  NOT_SEEN_YET,
  /** It is being tried. */
  RUNNING,
  /** The process got past it. */
  MENDED,
  /** It is stuck again. */
  FAILED_AGAIN,
  /** The process took another way meanwhile, or has ended. */
  OVERTAKEN
}
