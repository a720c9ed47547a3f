package care.vestibule.records;

import java.util.List;
import java.util.Optional;

/**
 * A part of what a party can read, newest first.
 *
 * @param entities the entities
 * @param exchanges the exchange records their delegations name, each once
 * @param next where the next page begins; empty after the last
 */
public record ReadablePage(
    List<ReadableEntity> entities, List<Exchange> exchanges, Optional<ReadingPosition> next) {}
