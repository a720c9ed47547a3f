package care.vestibule.monitoring.processes;

/** How a process is doing. */
public enum ProcessInstanceState {
  /** It goes on, or waits for somebody. */
  RUNNING,
  /** It cannot go on by itself. */
  INCIDENT,
  /** It is over. */
  ENDED
}
