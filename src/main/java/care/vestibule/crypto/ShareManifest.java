package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.BROKEN_CHAIN;
import static care.vestibule.crypto.CryptoRefusal.Reason.INCOMPLETE;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_SIGNED;
import static care.vestibule.crypto.CryptoRefusal.Reason.ROLLED_BACK;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a delegator has shared through one exchange, signed, so that nothing can be held back or
 * rolled back unnoticed.
 *
 * <p>Bytes: version (1), suite (1), the exchange's header, sequence, hash of the manifest before,
 * Merkle root over the entries, numbers, the signer's key id and an Ed25519 signature over
 * everything before it.
 */
public final class ShareManifest {

  private static final int VERSION = 1;

  /** Merkle tree of RFC 9162 with SHA-256, signed with Ed25519. */
  private static final int SUITE = 1;

  private static final int SIGNER_TAG = 11;
  private static final int SIGNATURE_TAG = 12;
  private static final byte[] NO_PREVIOUS = new byte[Sha256.SIZE];

  private final byte[] encoded;
  private final int signedLength;
  private final ExchangeHeader header;
  private final ManifestBody body;
  private final KeyId signer;
  private final byte[] signature;

  private ShareManifest(byte[] bytes) {
    encoded = bytes.clone();
    var reader = new TlvReader(encoded).version(VERSION);
    if (reader.octet() != SUITE) {
      throw new CryptoRefusal(CryptoRefusal.Reason.UNKNOWN_SUITE);
    }
    header = ExchangeHeader.read(reader, 1);
    body = ManifestBody.read(reader);
    signer = new KeyId(reader.bytes(SIGNER_TAG, KeyId.SIZE));
    signedLength = reader.position();
    signature = reader.bytes(SIGNATURE_TAG, Ed25519Signatures.SIGNATURE_SIZE);
    reader.end();
  }

  /**
   * Signs what was shared, as the successor of the manifest before.
   *
   * @param header of the exchange, with the time of signing
   * @throws CryptoRefusal if the manifest before is of another exchange
   */
  public static byte[] sign(
      ExchangeHeader header,
      Optional<ShareManifest> previous,
      ManifestTally shared,
      PartyKeyPair signer) {
    previous.ifPresent(manifest -> manifest.requireSameExchange(header));
    var body =
        new ManifestBody(
            previous.map(ShareManifest::sequence).orElse(0L) + 1,
            previous.map(ShareManifest::hash).orElse(NO_PREVIOUS),
            shared.root(),
            shared.counts());
    var writer = header.writeTo(TlvWriter.versioned(VERSION, SUITE), 1);
    body.writeTo(writer);
    writer.bytes(SIGNER_TAG, signer.publicKey().id().value());
    return writer.bytes(SIGNATURE_TAG, signer.sign(signed(writer.toBytes()))).toBytes();
  }

  /**
   * Reads a manifest; says nothing yet about who signed it.
   *
   * @throws CryptoRefusal if the bytes are not exactly one manifest
   */
  public static ShareManifest decode(byte[] bytes) {
    return new ShareManifest(bytes);
  }

  /** The exchange it is about, and when it was signed. */
  public ExchangeHeader header() {
    return header;
  }

  /** The name of the key that, as the manifest claims, signed it. */
  public KeyId signer() {
    return signer;
  }

  /** From 1, one more with each manifest of an exchange. */
  public long sequence() {
    return body.sequence();
  }

  /** How many entities of each FHIR type are shared. */
  public SortedMap<String, Long> counts() {
    return Collections.unmodifiableSortedMap(body.counts());
  }

  /** SHA-256 of the whole under a label: what the next manifest names, 32 bytes. */
  public byte[] hash() {
    return Sha256.of(TlvWriter.labelled("vestibule/v1/manifest-hash").bytes(2, encoded).toBytes());
  }

  /** A copy of the manifest's bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /**
   * Refuses a manifest the owner of the 32-byte Ed25519 key did not sign.
   *
   * @throws CryptoRefusal {@code NOT_SIGNED}
   */
  public void requireSignedBy(byte[] ed25519Public) {
    if (!isSignedBy(ed25519Public)) {
      throw new CryptoRefusal(NOT_SIGNED);
    }
  }

  /** Whether the owner of the 32-byte Ed25519 key signed exactly these bytes. */
  public boolean isSignedBy(byte[] ed25519Public) {
    var signed = signed(Arrays.copyOf(encoded, signedLength));
    return Ed25519Signatures.isValid(ed25519Public, signed, signature);
  }

  /**
   * Refuses what is neither the known manifest itself nor the one right after it.
   *
   * @throws CryptoRefusal {@code ROLLED_BACK} if it is older, or another one with the same number;
   *     {@code BROKEN_CHAIN} if it is of another exchange, skips one or names another before it
   */
  public void requireFollows(ShareManifest known) {
    known.requireSameExchange(header);
    var isKnown = Arrays.equals(encoded, known.encoded);
    if (!isKnown && sequence() <= known.sequence()) {
      throw new CryptoRefusal(ROLLED_BACK);
    }
    var isNext = sequence() == known.sequence() + 1 && Arrays.equals(body.previous(), known.hash());
    if (!isKnown && !isNext) {
      throw new CryptoRefusal(BROKEN_CHAIN);
    }
  }

  /**
   * Refuses a set of entries that is not exactly the shared one.
   *
   * @throws CryptoRefusal {@code INCOMPLETE} if one is missing, added, older or under another key
   */
  public void requireCovers(ManifestTally found) {
    if (!found.counts().equals(body.counts()) || !Arrays.equals(found.root(), body.root())) {
      throw new CryptoRefusal(INCOMPLETE);
    }
  }

  private void requireSameExchange(ExchangeHeader other) {
    if (!other.equals(header.at(other.createdAt()))) {
      throw new CryptoRefusal(BROKEN_CHAIN);
    }
  }

  private static byte[] signed(byte[] body) {
    return TlvWriter.labelled("vestibule/v1/manifest-signature").bytes(2, body).toBytes();
  }
}
