package care.vestibule.invitation;

/** What an invited patient is to come in for. */
public enum InvitationPurpose {
  /** To become a user. */
  NEW_USER,
  /**
   * To register a new key, because the device with the old one is lost; a user they are already.
   */
  NEW_KEY
}
