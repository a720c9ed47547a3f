package care.vestibule.correspondence;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.messaging.MessageKey;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;

/**
 * A mail to a doctor that waits for the agent.
 *
 * @param about the request it is about; empty for the mail of a day, which is about all
 * @param outlived whether it was tried for so long that nobody waits for it any more
 */
record HcpMessageRequest(
    ClinicId clinic, MessageKey key, Optional<AccessRequestId> about, boolean outlived) {}
