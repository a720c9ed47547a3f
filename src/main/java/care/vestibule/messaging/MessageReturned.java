package care.vestibule.messaging;

/**
 * A message that a provider had taken over did not arrive; published once, in the transaction that
 * notes it, within its clinic.
 */
public record MessageReturned(MessageKey key) {}
