package care.vestibule.accessrequest;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param next where the next page starts; empty on the last one
 */
public record AccessRequestList(
    List<AccessRequest> notifications, Optional<AccessRequestCursor> next) {}
