package care.vestibule.invitation;

/** Where a link stands, apart from its age. */
public enum LinkState {
  /** Good until it expires. */
  LIVE,
  /** The patient enrolled with it. */
  USED,
  /** A newer one took its place. */
  SUPERSEDED,
  /** Its invitation ended. */
  CLOSED
}
