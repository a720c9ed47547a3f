package care.vestibule.myrecord;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of the record as the browser gets it; bytes are base64url without padding.
 *
 * @param clinic part of every header
 * @param party the patient, as delegate
 * @param manifests what the doctors have signed that they shared, each exchange's in their order;
 *     with the first page only
 * @param replaced what they signed of which there is a newer version; with the first page only
 * @param cursor where the next page begins; absent after the last
 */
public record SealedPage(
    UUID clinic,
    UUID party,
    List<SealedExchange> exchanges,
    List<SealedEntity> entities,
    List<SignedManifest> manifests,
    List<ReplacedEntry> replaced,
    Optional<String> cursor) {

  /**
   * An exchange record.
   *
   * @param delegatorName as shown to people
   * @param delegatorSigningKey the Ed25519 public key, 32 bytes
   * @param record the encoded exchange record
   */
  public record SealedExchange(
      UUID exchangeId, String delegatorName, String delegatorSigningKey, String record) {}

  /**
   * What a doctor says to have shared.
   *
   * @param signingKey the Ed25519 public key the manifest names, 32 bytes
   * @param manifest the encoded manifest
   */
  public record SignedManifest(String signingKey, String manifest) {}

  /** An entry of a manifest that the clinic has sent a newer version of, not shared yet. */
  public record ReplacedEntry(
      UUID exchangeId, UUID id, String fhirType, int version, String contentKeyId) {}

  /** An entity, and what opens it. */
  public record SealedEntity(
      UUID id, String kind, String fhirType, int version, String envelope, Wrap delegation) {}

  /**
   * A wrapped content key.
   *
   * @param contentKeyId 32 hex digits
   * @param wrapped 60 bytes
   */
  public record Wrap(
      UUID exchangeId, UUID delegator, String permission, String contentKeyId, String wrapped) {}
}
