package care.vestibule.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient's request that somebody has still to answer.
 *
 * @param invitation what made the patient a user
 * @param received when the first professional was asked because of it, answered or not
 */
public record OpenRequest(UUID invitation, Instant received) {}
