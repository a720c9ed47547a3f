package care.vestibule.accessrequest;

import care.vestibule.messaging.MessageKind;

/**
 * A professional is to be told of an access request; published in the transaction that records it.
 *
 * @param request the request as it stands
 * @param kind what the message is for
 * @param sequence which message of its kind it is: 0 for the first word of a request, then from 1
 */
public record HcpReminder(AccessRequest request, MessageKind kind, int sequence) {}
