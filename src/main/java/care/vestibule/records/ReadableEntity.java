package care.vestibule.records;

/**
 * An entity together with the reader's own delegation for its present content.
 *
 * @param entity the sealed entity
 * @param delegation what opens it
 */
public record ReadableEntity(StoredEntity entity, Delegation delegation) {}
