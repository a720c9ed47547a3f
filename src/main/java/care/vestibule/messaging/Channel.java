package care.vestibule.messaging;

/** By which technique a message travels. */
public enum Channel {
  /** E-mail. */
  EMAIL,
  /** Text message. */
  SMS
}
