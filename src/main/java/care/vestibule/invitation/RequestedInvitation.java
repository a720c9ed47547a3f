package care.vestibule.invitation;

/**
 * The answer to a request.
 *
 * @param created whether the request made it, or it was there already
 */
public record RequestedInvitation(Invitation invitation, boolean created) {}
