package care.vestibule.records;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something in clear on its way into the records; it is never stored like this.
 *
 * @param id the entity; the same source has the same id
 * @param patient whom it is about
 * @param fhirType the FHIR R4 resource type
 * @param content the resource as UTF-8 JSON, as it was sent
 * @param canonical the same content in a form that does not depend on order and white space
 * @param clinicalDate the day it is about, if it says one
 * @param holders the professionals who shall be able to read it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record ClearEntity(
    UUID id,
    PatientId patient,
    String fhirType,
    byte[] content,
    byte[] canonical,
    Optional<LocalDate> clinicalDate,
    Set<HcpId> holders) {

  /** Keeps a copy of the holders. */
  public ClearEntity {
    holders = Set.copyOf(holders);
  }

  @Override
  public String toString() {
    return "ClearEntity[" + id + "]";
  }
}
