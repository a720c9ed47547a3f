package care.vestibule.directory;

/** Whether a public key may be shared with. */
public enum KeyState {
  /** In use; a party has at most one such key. */
  ACTIVE,
  /** A newer key took its place in good order; what was sealed to it can still be opened. */
  RETIRED,
  /** Its private half is gone, or a newer key replaced it. */
  LOST,
  /** Somebody decided that it must not be used any more. */
  REVOKED
}
