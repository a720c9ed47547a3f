package care.vestibule.records;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a patient's record somebody can read; told without decrypting anything.
 *
 * @param byType the number of entities by FHIR R4 resource type
 * @param oldest the first day any of them is about
 * @param newest the last day any of them is about
 */
public record Holding(
    Map<String, Integer> byType, Optional<LocalDate> oldest, Optional<LocalDate> newest) {

  /** Keeps a copy. */
  public Holding {
    byType = Map.copyOf(byType);
  }

  /** The number of entities of one kind. */
  public int count(EntityKind kind) {
    return byType.entrySet().stream()
        .filter(entry -> EntityKind.of(entry.getKey()) == kind)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** The number of all entities. */
  public int total() {
    return byType.values().stream().mapToInt(Integer::intValue).sum();
  }
}
