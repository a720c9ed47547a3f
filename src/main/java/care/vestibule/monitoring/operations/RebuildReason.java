package care.vestibule.monitoring.operations;

/** Why somebody wants the tables of the projection to be looked at or made anew. */
public enum RebuildReason {
  /** It is done from time to time. */
  ROUTINE,
  /** A page shows something else than the engine does. */
  WRONG_NUMBERS,
  /** After a failure of the database, or after it was restored. */
  AFTER_FAILURE
}
