package care.vestibule.invitation;

/** Where an invitation stands. */
public enum InvitationState {
  /** Wanted, and not yet handed to a mail or SMS server. */
  REQUESTED,
  /** A message with a link was handed over. */
  SENT,
  /** The patient enrolled with it. */
  ACCEPTED,
  /** Its life ended unused. */
  EXPIRED,
  /** The clinic took it back. */
  WITHDRAWN,
  /** No channel took the message; the desk has to correct the contact or gave up. */
  UNDELIVERABLE
}
