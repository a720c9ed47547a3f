package care.vestibule.crypto;

import java.util.UUID;

/**
 * What a content envelope is bound to, besides its key.
 *
 * @param type the FHIR resource type
 * @param version counts from 1
 */
public record EntityHeader(UUID clinic, UUID entity, String type, int version) {

  byte[] associatedData(KeyId contentKey) {
    return Tlv.of("entity")
        .uuid(clinic)
        .uuid(entity)
        .text(type)
        .number(version)
        .bytes(contentKey.value())
        .encoded();
  }
}
