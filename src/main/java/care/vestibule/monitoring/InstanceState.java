package care.vestibule.monitoring;

/** How a process is doing. */
public enum InstanceState {
  /** It goes on, or waits for somebody. */
  RUNNING,
  /** It can not go on by itself. */
  INCIDENT,
  /** It is over. */
  ENDED
}
