package care.vestibule.records;

import care.vestibule.crypto.KeyId;
import java.util.UUID;

/** An entity somebody was given the right to read, by the version it has now. */
public record GrantedEntity(UUID entity, String fhirType, int version, KeyId contentKey) {}
