package care.vestibule.audit;

/** An action that somebody has to look at: the dashboard shows it until it is dealt with. */
public enum Alarm {
  /** A public key does not match the proof made with the invitation link. */
  KEY_SWAPPED,
  /** The agent refused to share. */
  SHARE_REFUSED,
  /** A ciphertext, a wrapped key or an exchange record was not what its place says it is. */
  RECORD_TAMPERED,
  /** What a share that was taken back leaves to do cannot be done yet; the rights are gone. */
  REVOCATION_WAITS,
  /** Too many wrong codes on one invitation. */
  INVITATION_LOCKED,
  /** A transition that nobody may make was tried. */
  TRANSITION_REFUSED
}
