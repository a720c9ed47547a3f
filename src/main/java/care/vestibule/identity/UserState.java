package care.vestibule.identity;

/** How far a patient has come on the way to being a user. */
public enum UserState {
  /** The row exists so that an invitation can name it; nobody has signed in. */
  INVITED,
  /** Enrolled with a key; signs in with that key's device. */
  ACTIVE,
  /** Signs in no more; a later invitation may open a new account. */
  CLOSED
}
