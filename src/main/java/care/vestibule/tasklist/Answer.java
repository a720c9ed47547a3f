package care.vestibule.tasklist;

import care.vestibule.notification.DeclineReason;
import care.vestibule.notification.KeyVerification;
import java.time.Instant;
import java.util.Optional;

/**
 * What was answered.
 *
 * @param by the name of the doctor who answered
 * @param verification how sure the doctor was of the key
 * @param reason why not; empty when approved
 */
public record Answer(
    boolean approved,
    String by,
    Instant at,
    KeyVerification verification,
    Optional<DeclineReason> reason) {}
