package care.vestibule.records;

import java.util.UUID;

/**
 * An entry of a signed list of shares of which there is a newer version, not shared yet.
 *
 * @param exchange through which the former version was given
 * @param former what the list names
 */
public record ReplacedEntity(UUID exchange, GrantedEntity former) {}
