package care.vestibule.monitoring;

/** How far an invitation has come; each step includes those before it. */
public enum FunnelStep {
  /** The process runs. */
  INVITED,
  /** The patient opened the link and registered a key. */
  LOGGED_IN,
  /** At least one doctor was asked. */
  NOTIFIED,
  /** At least one doctor said yes. */
  APPROVED,
  /** At least one doctor's part was shared. */
  SHARED,
  /** The patient was told that the record is open. */
  COMPLETED
}
