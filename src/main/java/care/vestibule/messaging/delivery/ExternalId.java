package care.vestibule.messaging.delivery;

import java.util.UUID;

/**
 * What a message is called outside of Vestibule.
 *
 * @param name 32 hex digits, the same at every attempt
 * @param report by which a provider may report on it; random, so that nobody can guess another's
 */
public record ExternalId(String name, UUID report) {}
