package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * A share that was taken back; what the patient read before stays read.
 *
 * @param delegator in whose name it was shared
 * @param actor who took it back, as an opaque reference
 * @param entities how many rights the patient lost
 * @param settledAt when the agent was done with it: content keys made anew where that was wished,
 *     and rights given again where another professional's share stands
 * @param failed entities the agent could not see to; they lie as they lay, the patient has no right
 */
public record ShareRevocation(
    AccessRequestId notification,
    PatientId patient,
    HcpId delegator,
    String actor,
    RevocationReason reason,
    Rekey rekey,
    int entities,
    Instant at,
    Optional<Instant> settledAt,
    int failed) {}
