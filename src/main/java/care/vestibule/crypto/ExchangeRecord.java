package care.vestibule.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An exchange key sealed to each party's public key, signed by the delegator with Ed25519.
 *
 * <p>Canonical TLV: purpose, suite, clinic, exchange, delegator, delegate, time, number of
 * recipients, for each its key id and 1168 sealed bytes, and last the signature of all before it.
 */
public final class ExchangeRecord {

  private static final int MOST_RECIPIENTS = 16;

  private final byte[] encoded;
  private final ExchangeHeader header;
  private final Map<KeyId, byte[]> sealed;
  private final byte[] signedPart;
  private final byte[] signature;

  private ExchangeRecord(byte[] encoded) {
    this.encoded = encoded.clone();
    var reader = new TlvReader(this.encoded, "exchange");
    Suite.of(reader.octet());
    header =
        new ExchangeHeader(
            reader.uuid(), reader.uuid(), reader.uuid(), reader.uuid(), reader.time());
    sealed = readSealed(reader);
    signedPart = Arrays.copyOf(this.encoded, reader.position());
    signature = reader.bytes(64);
    reader.end();
  }

  /** Seals the key to the recipients and signs the record. */
  public static byte[] seal(
      ExchangeHeader header,
      ExchangeKey key,
      List<PartyPublicKey> recipients,
      PartyKeyPair signer,
      SecureRandom random) {
    var record = header.startRecord().number(recipients.size());
    for (var recipient : recipients) {
      var id = recipient.id();
      record
          .bytes(id.value())
          .bytes(Hpke.seal(recipient.encryption(), header.associatedData(id), key.secret()));
    }
    return record.bytes(signer.sign(record.encoded())).encoded();
  }

  /**
   * Reads a record without trusting it yet.
   *
   * @throws CryptoRefusal if it is not in canonical form or of an unknown suite
   */
  public static ExchangeRecord decode(byte[] encoded) {
    return new ExchangeRecord(encoded);
  }

  /** Between whom it is. */
  public ExchangeHeader header() {
    return header;
  }

  /** Whether the whole record is signed with this Ed25519 public key of 32 bytes. */
  public boolean isSignedBy(byte[] publicKey) {
    return Signatures.fits(publicKey, signedPart, signature);
  }

  /** Whether the record is sealed to that key. */
  public boolean isSealedTo(KeyId recipient) {
    return sealed.containsKey(recipient);
  }

  /**
   * Opens the exchange key.
   *
   * @throws CryptoRefusal if the record is not sealed to this key, or was changed
   */
  public ExchangeKey open(PartyKeyPair recipient) {
    var id = recipient.publicKey().id();
    var mine = sealed.get(id);
    if (mine == null) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_A_RECIPIENT);
    }
    var secret = recipient.open(header.associatedData(id), mine);
    try {
      return new ExchangeKey(secret);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** The canonical bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  private static Map<KeyId, byte[]> readSealed(TlvReader reader) {
    var count = reader.number();
    if (count < 1 || count > MOST_RECIPIENTS) {
      throw new CryptoRefusal(CryptoRefusal.Reason.MALFORMED);
    }
    var found = new LinkedHashMap<KeyId, byte[]>();
    for (var i = 0; i < count; i++) {
      found.put(new KeyId(reader.bytes(KeyId.SIZE)), reader.bytes());
    }
    return found;
  }
}
