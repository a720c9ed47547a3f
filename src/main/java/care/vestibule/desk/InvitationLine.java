package care.vestibule.desk;

import care.vestibule.invitation.ListedInvitation;
import care.vestibule.messaging.delivery.SentMessage;
import java.util.Optional;

/**
 * An invitation as a line of the desk's list.
 *
 * @param patientName given names and family name
 * @param lastMessage the newest message to the patient, if there is one yet
 */
public record InvitationLine(
    ListedInvitation listed, String patientName, Optional<SentMessage> lastMessage) {}
