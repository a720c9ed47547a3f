package care.vestibule.tasklist;

import care.vestibule.notification.DeclineReason;
import java.time.Instant;
import java.util.Optional;

/**
 * What was answered.
 *
 * @param by the name of the doctor who answered
 * @param reason why not; empty when approved
 */
public record Answer(boolean approved, String by, Instant at, Optional<DeclineReason> reason) {}
