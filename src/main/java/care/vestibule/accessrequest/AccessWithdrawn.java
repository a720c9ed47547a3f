package care.vestibule.accessrequest;

import care.vestibule.directory.PatientId;
import java.util.UUID;

/**
 * An invitation was withdrawn; published in the transaction that cancels its notifications.
 *
 * @param actor who withdrew it, as an opaque reference
 * @param revokeShares whether what was shared already is taken back too
 */
public record AccessWithdrawn(
    UUID invitation, PatientId patient, String actor, boolean revokeShares) {}
