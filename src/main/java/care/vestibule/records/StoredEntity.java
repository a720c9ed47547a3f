package care.vestibule.records;

import care.vestibule.crypto.EntityHeader;
import care.vestibule.crypto.KeyId;
import care.vestibule.directory.PatientId;
import care.vestibule.tenancy.ClinicId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A thing of a patient's record as it is stored: sealed.
 *
 * @param id the entity
 * @param patient whom it is about
 * @param fhirType the FHIR R4 resource type, in clear
 * @param version counts the contents, from 1; each has a content key of its own
 * @param contentKey which key opens the envelope
 * @param envelope a {@link care.vestibule.crypto.ContentEnvelope} with the resource as UTF-8 JSON
 * @param clinicalDate the day it is about, in clear, if it says one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by id and version where at all
public record StoredEntity(
    UUID id,
    PatientId patient,
    String fhirType,
    int version,
    KeyId contentKey,
    byte[] envelope,
    Optional<LocalDate> clinicalDate) {

  /** The kind the sharing report counts it under. */
  public EntityKind kind() {
    return EntityKind.of(fhirType);
  }

  /** The same entity with its envelope. */
  public StoredEntity sealedAs(byte[] sealed) {
    return new StoredEntity(id, patient, fhirType, version, contentKey, sealed, clinicalDate);
  }

  /** The next version of the entity, under another content key; it has no envelope yet. */
  public StoredEntity under(KeyId fresh) {
    return new StoredEntity(id, patient, fhirType, version + 1, fresh, new byte[0], clinicalDate);
  }

  /** What the envelope is bound to. */
  public EntityHeader header(ClinicId clinic) {
    return new EntityHeader(clinic.value(), id, fhirType, version);
  }
}
