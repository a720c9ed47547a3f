package care.vestibule.tasklist;

import care.vestibule.accessrequest.decision.DeclineReason;
import care.vestibule.accessrequest.decision.KeyVerification;
import java.time.Instant;
import java.util.Optional;

/**
 * What was answered.
 *
 * @param by the name of the doctor who answered
 * @param verification how sure the doctor was of the key
 * @param reason why not; empty when approved
 */
public record GivenDecision(
    boolean approved,
    String by,
    Instant at,
    KeyVerification verification,
    Optional<DeclineReason> reason) {}
