package care.vestibule.monitoring;

import care.vestibule.accessrequest.AccessRequestProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A professional nobody waits for.
 *
 * @param hcp the professional's id
 * @param invitations whose patients asked for what this professional holds
 * @param since when the first of them asked
 */
public record HcpProblem(
    UUID hcp, AccessRequestProblem problem, List<UUID> invitations, Instant since) {}
