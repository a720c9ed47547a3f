package care.vestibule.records;

import care.vestibule.crypto.DelegationHeader;
import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.Permission;
import care.vestibule.tenancy.ClinicId;
import java.util.UUID;

/**
 * The right of one party to read one entity: its content key, wrapped under an exchange key.
 *
 * @param entity the entity
 * @param fhirType its FHIR R4 resource type
 * @param contentKey which content key is wrapped
 * @param exchange the exchange record whose key unwraps it
 * @param delegator the party who gave the right
 * @param delegate the party who has it: the value of an HcpId or a PatientId
 * @param permission what the delegate may do
 * @param wrapped the content key, encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // compared by entity, delegate and exchange where at all
public record Delegation(
    UUID entity,
    String fhirType,
    KeyId contentKey,
    UUID exchange,
    UUID delegator,
    UUID delegate,
    Permission permission,
    byte[] wrapped) {

  /** The same right with its wrapped key. */
  public Delegation wrappedAs(byte[] key) {
    return new Delegation(
        entity, fhirType, contentKey, exchange, delegator, delegate, permission, key);
  }

  /** The same right to another content key; it is not wrapped yet. */
  public Delegation under(KeyId fresh) {
    return new Delegation(
        entity, fhirType, fresh, exchange, delegator, delegate, permission, new byte[0]);
  }

  /** What the wrapped key is bound to. */
  public DelegationHeader header(ClinicId clinic) {
    return new DelegationHeader(
        clinic.value(), entity, fhirType, contentKey, exchange, delegator, delegate, permission);
  }
}
