package care.vestibule.crypto;

import java.util.UUID;

/**
 * What an entity's ciphertext is bound to: the clinic, the entity, its FHIR type and its version.
 *
 * @param clinic the tenant
 * @param entity the entity's identifier
 * @param type the FHIR resource type, e.g. {@code Condition}
 * @param version the entity's version, from 1
 */
public record EntityHeader(UUID clinic, UUID entity, String type, int version) {

  /** Refuses versions that are not positive and types without a name. */
  public EntityHeader {
    if (version < 1 || type.isBlank()) {
      throw new IllegalArgumentException("An entity has a type and a version from 1");
    }
  }

  byte[] associatedData(KeyId contentKey) {
    return TlvWriter.labelled("vestibule/v1/content")
        .uuid(2, clinic)
        .uuid(3, entity)
        .text(4, type)
        .int32(5, version)
        .bytes(6, contentKey.value())
        .toBytes();
  }
}
