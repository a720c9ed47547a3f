package care.vestibule.crypto;

import java.util.UUID;

/**
 * What a wrapped content key is bound to.
 *
 * @param type the FHIR resource type of the entity
 * @param contentKey names the wrapped key
 * @param exchange the exchange record whose key wraps it
 * @param delegator who gives
 * @param delegate who receives
 */
public record DelegationHeader(
    UUID clinic,
    UUID entity,
    String type,
    KeyId contentKey,
    UUID exchange,
    UUID delegator,
    UUID delegate,
    Permission permission) {

  byte[] associatedData() {
    return Tlv.of("delegation")
        .uuid(clinic)
        .uuid(entity)
        .text(type)
        .bytes(contentKey.value())
        .uuid(exchange)
        .uuid(delegator)
        .uuid(delegate)
        .octet(permission.id())
        .encoded();
  }
}
