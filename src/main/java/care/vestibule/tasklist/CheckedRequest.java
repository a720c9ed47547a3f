package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.decision.KeyVerification;

/**
 * A doctor checked a request and will approve it together with others.
 *
 * @param fingerprint of the key the doctor saw, 6 groups of 5 digits
 * @param verification how sure the doctor was of it
 */
public record CheckedRequest(
    AccessRequestId notification, String fingerprint, KeyVerification verification) {}
