package care.vestibule.invitation;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An invitation as it stands.
 *
 * @param generation which link is the valid one, from 1; every resend starts a new one
 * @param linkLife how long a link opens the door
 * @param linkExpiresAt when the present link ends; empty until it was composed
 * @param expiresAt when the invitation as a whole ends
 * @param outcome what the patient was told in the end
 */
public record Invitation(
    ClinicId clinic,
    InvitationId id,
    PatientId patient,
    HcpId invitedBy,
    RequestedChannel wish,
    InvitationPurpose purpose,
    InvitationState state,
    int generation,
    Duration linkLife,
    Instant requestedAt,
    Instant expiresAt,
    Optional<Instant> linkExpiresAt,
    Optional<Instant> acceptedAt,
    Optional<Instant> closedAt,
    Optional<InvitationOutcome> outcome) {

  /** Whether the patient may still enrol with it, once a link is at hand. */
  public boolean isLive() {
    return closedAt.isEmpty();
  }
}
