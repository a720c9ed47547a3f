package care.vestibule.sharing;

import care.vestibule.crypto.ContentKey;
import care.vestibule.crypto.DelegationHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.Permission;
import care.vestibule.records.Delegation;
import care.vestibule.tenancy.ClinicId;
import java.security.SecureRandom;
import java.util.UUID;

/** The open exchange from a professional to a patient's key. */
record PatientExchange(
    ClinicId clinic, UUID id, UUID delegator, UUID delegate, ExchangeKey key, SecureRandom random)
    implements AutoCloseable {

  /** The right to read what the professional holds, for the patient. */
  Delegation handOver(Delegation held, ContentKey contentKey) {
    var header =
        new DelegationHeader(
            clinic.value(),
            held.entity(),
            held.fhirType(),
            held.contentKey(),
            id,
            delegator,
            delegate,
            Permission.READ);
    return new Delegation(
        held.entity(),
        held.fhirType(),
        held.contentKey(),
        id,
        delegator,
        delegate,
        Permission.READ,
        key.wrap(contentKey, header, random));
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "PatientExchange[" + id + "]";
  }
}
