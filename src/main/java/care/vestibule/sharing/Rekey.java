package care.vestibule.sharing;

/** When the content keys of what was shared are made anew. */
public enum Rekey {
  /** With the next content: every version has a key of its own. */
  NEXT_WRITE,
  /** At once, by the agent. */
  NOW
}
