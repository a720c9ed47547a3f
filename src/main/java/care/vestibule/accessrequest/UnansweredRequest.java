package care.vestibule.accessrequest;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient's request that somebody has still to answer.
 *
 * @param invitation what made the patient a user
 * @param received when the first professional was asked because of it, answered or not
 */
public record UnansweredRequest(UUID invitation, Instant received) {}
