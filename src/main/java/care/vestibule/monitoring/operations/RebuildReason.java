package care.vestibule.monitoring.operations;

/** Why somebody wants the read model to be rebuilt. */
public enum RebuildReason {
  /** It is done from time to time. */
  ROUTINE,
  /** A page shows something else than the engine does. */
  WRONG_NUMBERS,
  /** After a failure of the database, or after it was restored. */
  AFTER_FAILURE
}
