package care.vestibule.records;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What can be said of an entity without decrypting it.
 *
 * @param clinicalDate the day it is about
 * @param readable whether the patient has a right to its present content
 */
public record ListedEntity(
    UUID id, String fhirType, Optional<LocalDate> clinicalDate, boolean readable) {

  /** Where the list goes on after this one. */
  public ReadingPosition position() {
    return new ReadingPosition(clinicalDate.orElse(ReadingPosition.UNDATED), id);
  }
}
