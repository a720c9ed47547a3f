package care.vestibule.invitation;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Duration;

/**
 * A clinic's wish to invite a patient.
 *
 * @param patient whom
 * @param invitedBy in whose name
 * @param channel by which channel
 * @param linkLife how long each link opens the door, counted from the moment it is composed
 * @param purpose a user's first key, or one that replaces it
 */
public record InvitationRequest(
    PatientId patient,
    HcpId invitedBy,
    RequestedChannel channel,
    Duration linkLife,
    InvitationPurpose purpose) {

  /** Refuses a life that is not positive. */
  public InvitationRequest {
    if (!linkLife.isPositive()) {
      throw new IllegalArgumentException("A link must live for a while");
    }
  }

  /** The same, with a link that lives as long as the way of a letter needs. */
  InvitationRequest living(Duration life) {
    return new InvitationRequest(patient, invitedBy, channel, life, purpose);
  }
}
