package care.vestibule.desk;

import care.vestibule.directory.Patient;
import care.vestibule.invitation.HcpAnswers.HcpAnswer;
import care.vestibule.invitation.InvitationPreviews.InvitationContact;
import care.vestibule.invitation.ListedInvitation;
import care.vestibule.messaging.delivery.SentMessage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything the desk needs to help with one invitation.
 *
 * @param invitedBy the name of the doctor in whose name the patient was invited
 * @param ways where messages go, the contact to try first in front
 * @param messages to the patient, the newest first
 * @param parts each doctor's part; none before the patient enrolled
 * @param codeDue whether the patient will be asked for a code
 */
public record InvitationDetail(
    ListedInvitation listed,
    Patient patient,
    String invitedBy,
    List<InvitationContact> ways,
    List<SentMessage> messages,
    List<HcpAnswer> parts,
    boolean codeDue) {

  /** Changes whenever something to be seen has changed. */
  public String version() {
    var seen =
        messages.stream()
            .map(message -> message.fate() + ":" + message.attempts())
            .collect(Collectors.joining(","));
    return listed.invitation().state() + "." + Integer.toHexString(seen.hashCode());
  }
}
