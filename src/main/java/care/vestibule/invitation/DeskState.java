package care.vestibule.invitation;

/** Where an invitation stands in the eyes of the clinic's desk. */
public enum DeskState {
  /** Goes on only if the desk does something: no channel took the message, or it is locked. */
  NEEDS_HELP,
  /** The patient may enrol. */
  WAITING,
  /** The patient enrolled. */
  ACCEPTED,
  /** Over without the patient: expired, withdrawn or given up. */
  ENDED
}
