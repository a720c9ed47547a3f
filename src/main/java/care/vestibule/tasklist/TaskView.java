package care.vestibule.tasklist;

/** The parts of a doctor's list. */
public enum TaskView {
  /** Whatever waits for this doctor's answer. */
  QUEUE,
  /** What this doctor has taken, or was handed by a colleague. */
  MINE,
  /** What waits for somebody this doctor may stand in for. */
  DEPUTY,
  /** What was answered, or is closed. */
  DONE
}
