package care.vestibule.tasklist;

/** Where a request stands in the eyes of one doctor. */
public enum TaskState {
  /** Nobody has taken it. */
  WAITING,
  /** This doctor is on it. */
  MINE,
  /** A colleague handed it to this doctor, who has not begun. */
  HANDED,
  /** Somebody else is on it. */
  TAKEN,
  /** Nothing can be shared in the name of the doctor who was asked. */
  BLOCKED,
  /** Answered with yes, and not yet carried out. */
  BEING_SHARED,
  /** Done. */
  SHARED,
  /** Answered with yes, and nothing of it can be read: what was left is held back for now. */
  HELD_BACK,
  /** Declined, or closed without an answer. */
  CLOSED;

  /** Whether an answer is awaited. */
  public boolean isOpen() {
    return this == WAITING || this == MINE || this == HANDED || this == TAKEN;
  }
}
