package care.vestibule.monitoring.operations;

/** What operations may decide about one process. */
public enum OperationKind {
  /** The invitation lives longer. */
  EXTEND(true),
  /** A colleague answers a doctor's request. */
  HAND_OVER(false),
  /** The process ends here, and with it the invitation and what is still asked; shares stay. */
  CANCEL(true),
  /** The time the law gives for the patient's request is extended, once. */
  MORE_TIME(false),
  /** The patient gets a new link, and every older one is dead. */
  RESEND(false),
  /** The invitation is taken back, and with it the account and all that was shared. */
  WITHDRAW(false);

  private final boolean engine;

  OperationKind(boolean engine) {
    this.engine = engine;
  }

  /** Whether the engine has to be told, and nothing else of Vestibule tells it. */
  boolean concernsEngine() {
    return engine;
  }
}
