package care.vestibule.accessrequest;

/** What a notification is about. */
public enum AccessRequestType {
  /** A known patient has a new key and asks to read again. */
  KEY_PAIR_UPDATE,
  /** A patient has become a user and asks for their own data. */
  NEW_USER_OWN_DATA_ACCESS,
  /** Anything else a clinic's own system may ask. */
  OTHER
}
