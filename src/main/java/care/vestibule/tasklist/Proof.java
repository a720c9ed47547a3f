package care.vestibule.tasklist;

import care.vestibule.messaging.Channel;
import java.time.Instant;
import java.util.Optional;

/**
 * How the one who asks came in.
 *
 * @param invitedBy the name of the doctor in whose name the patient was invited
 * @param link the way the link went; empty if none was handed over
 * @param code the way the code went; empty if the link alone was enough
 * @param enrolled when the key was registered
 */
public record Proof(
    String invitedBy, Optional<Channel> link, Optional<Channel> code, Optional<Instant> enrolled) {}
