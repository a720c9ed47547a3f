package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.messaging.Channel;

/**
 * By which contact a patient would be invited.
 *
 * @param why what decided for it
 */
public record InvitationContact(Channel channel, Contact contact, Why why) {

  /** What decides for a contact. */
  public enum Why {
    /** The patient likes it best. */
    PREFERRED,
    /** There is none of the other channel. */
    ONLY_CHANNEL,
    /** Nothing is preferred, and it belongs to the home or stands first in the record. */
    FIRST,
    /** It is the one to try if another channel does not take the message. */
    NEXT
  }
}
