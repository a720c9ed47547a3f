package care.vestibule.invitation;

/** The channel the clinic asks for. */
public enum RequestedChannel {
  /** By e-mail, and refused if the patient has no address. */
  EMAIL,
  /** By SMS, and refused if the patient has no mobile number. */
  SMS,
  /** By the contact the patient prefers. */
  AUTO,
  /** On paper, printed where the clinic trusts the machine; needs no contact. */
  LETTER
}
