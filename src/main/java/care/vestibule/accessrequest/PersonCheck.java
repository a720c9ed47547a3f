package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import java.time.Instant;
import java.util.Optional;

/**
 * A doctor's request to the clinic's desk to find out whether it is the patient who asks.
 *
 * @param outcome what was found out; empty while the desk has not answered
 * @param answeredAt when it was
 */
public record PersonCheck(
    AccessRequestId notification,
    HcpId askedBy,
    Instant askedAt,
    Optional<PersonOutcome> outcome,
    Optional<Instant> answeredAt) {}
