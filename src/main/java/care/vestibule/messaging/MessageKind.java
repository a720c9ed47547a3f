package care.vestibule.messaging;

/** What a message is for. */
public enum MessageKind {
  /** The first link. */
  INVITATION,
  /** The link again, because nobody has opened it. */
  REMINDER,
  /** A new link the patient asked for. */
  FRESH_LINK,
  /** The code that goes with a link sent by the other channel. */
  CODE,
  /** Every doctor has shared. */
  RECORD_OPEN,
  /** Some doctors have shared, some have declined. */
  RECORD_PARTLY_OPEN,
  /** Doctors have shared, and hold single records back for now. */
  RECORD_HELD_BACK,
  /** Something is open that was held back before. */
  RECORD_MORE_OPEN,
  /** All doctors have declined. */
  DECLINED,
  /** No doctor holds anything yet. */
  NOTHING_TO_SHARE,
  /** The clinic took the invitation back. */
  WITHDRAWN,
  /** A new key, or the old one on another device, opens the record: was this you? */
  NEW_KEY,
  /** To a doctor: a patient asks for access. */
  TASK_NEW,
  /** To a doctor, once a day: patients wait for an answer. */
  TASK_DIGEST,
  /** To a doctor: a patient still waits for an answer. */
  TASK_REMINDER,
  /** To a deputy or the privacy officer: a patient has waited too long. */
  TASK_ESCALATED
}
