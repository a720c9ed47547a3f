package care.vestibule.invitation;

import care.vestibule.directory.PatientId;

/**
 * A clinic took an invitation back.
 *
 * <p>Published inside the transaction that withdraws, and once more by the process; who listens
 * closes what is open and may find nothing left to close.
 *
 * @param revokeShares whether what was shared through it is to be revoked too
 */
public record InvitationWithdrawn(
    InvitationId invitation, PatientId patient, boolean revokeShares) {}
