package care.vestibule.directory;

import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.tenancy.ClinicId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A public key as the directory knows it; nothing the agent trusts without the proof.
 *
 * @param clinic the tenant
 * @param party the value of an {@link HcpId} or a {@link PatientId}
 * @param key the public key
 * @param state whether it may be shared with
 * @param proof a patient's proof; empty for a professional, whose key the agent made itself
 * @param createdAt when it was registered
 */
public record PartyKey(
    ClinicId clinic,
    UUID party,
    PartyPublicKey key,
    KeyState state,
    Optional<KeyProof> proof,
    Instant createdAt) {}
