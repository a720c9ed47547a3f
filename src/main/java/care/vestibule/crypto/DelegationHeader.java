package care.vestibule.crypto;

import java.util.UUID;

/**
 * What a wrapped content key is bound to: who gave access to what, to whom, and through which
 * exchange key.
 *
 * @param clinic the tenant
 * @param entity the entity the content key belongs to
 * @param type the entity's FHIR resource type
 * @param contentKey the name of the wrapped key
 * @param exchange the exchange whose key wraps it
 * @param delegator the party that gives access
 * @param delegate the party that gets access
 * @param permission what the delegate may do
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
    return TlvWriter.labelled("vestibule/v1/delegation")
        .uuid(2, clinic)
        .uuid(3, entity)
        .text(4, type)
        .bytes(5, contentKey.value())
        .uuid(6, exchange)
        .uuid(7, delegator)
        .uuid(8, delegate)
        .bytes(9, (byte) permission.id())
        .toBytes();
  }
}
