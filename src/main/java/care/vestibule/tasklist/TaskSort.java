package care.vestibule.tasklist;

/** The orders a list can be read in; what is done is always read newest first. */
public enum TaskSort {
  /** Overdue first, then what is due next, then the oldest. */
  DUE,
  /** The newest question first. */
  NEWEST,
  /** By the patient's family name. */
  NAME
}
