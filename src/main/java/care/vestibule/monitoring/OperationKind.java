package care.vestibule.monitoring;

/** What operations may decide about one process. */
public enum OperationKind {
  /** The invitation lives longer. */
  EXTEND(true),
  /** A colleague answers a doctor's request. */
  HAND_OVER(false),
  /** The process ends here, and with it the invitation and what is still asked; shares stay. */
  CANCEL(true),
  /** The time the law gives for the patient's request is extended, once. */
  MORE_TIME(false);

  private final boolean engine;

  OperationKind(boolean engine) {
    this.engine = engine;
  }

  /** Whether the engine has to be told. */
  boolean concernsEngine() {
    return engine;
  }
}
