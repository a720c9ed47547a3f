package care.vestibule.crypto;

import static care.vestibule.crypto.CryptoRefusal.Reason.MIXED_SUITES;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_A_RECIPIENT;
import static care.vestibule.crypto.CryptoRefusal.Reason.NOT_CANONICAL;
import static care.vestibule.crypto.CryptoRefusal.Reason.UNEXPECTED_FIELD;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * An exchange key sealed to one or more public keys, signed by the delegator.
 *
 * <p>Bytes: version (1), suite (1), then the header, the signer's key id, one field per recipient
 * in ascending order of key id, and an Ed25519 signature over everything before it. HPKE in base
 * mode does not say who sealed; the signature does.
 */
public final class ExchangeRecord {

  private static final int VERSION = 1;
  private static final int WRAP_TAG = 7;
  private static final int SIGNATURE_TAG = 8;
  private static final int MOST_RECIPIENTS = 16;

  private final byte[] encoded;
  private final Suite suite;
  private final int signedLength;
  private final ExchangeHeader header;
  private final KeyId signer;
  private final List<ExchangeWrap> wraps = new ArrayList<>();
  private final byte[] signature;

  private ExchangeRecord(byte[] bytes) {
    encoded = bytes.clone();
    var reader = new TlvReader(encoded).version(VERSION);
    suite = Suite.of(reader.octet());
    header = ExchangeHeader.read(reader, 1);
    signer = new KeyId(reader.bytes(6, KeyId.SIZE));
    while (reader.nextIs(WRAP_TAG) && wraps.size() < MOST_RECIPIENTS) {
      append(ExchangeWrap.decode(suite, reader.bytes(WRAP_TAG, ExchangeWrap.size(suite))));
    }
    if (wraps.isEmpty()) {
      throw new CryptoRefusal(UNEXPECTED_FIELD);
    }
    signedLength = reader.position();
    signature = reader.bytes(SIGNATURE_TAG, Ed25519Signatures.SIGNATURE_SIZE);
    reader.end();
  }

  private void append(ExchangeWrap wrap) {
    if (!wraps.isEmpty() && wraps.getLast().recipient().compareTo(wrap.recipient()) >= 0) {
      throw new CryptoRefusal(NOT_CANONICAL);
    }
    wraps.add(wrap);
  }

  /**
   * Seals the key to each recipient and signs the whole.
   *
   * @throws IllegalArgumentException if there is no recipient, or more than 16
   * @throws CryptoRefusal if the recipients' keys are not all of one suite
   */
  public static byte[] seal(
      ExchangeHeader header,
      ExchangeKey key,
      List<PartyPublicKey> recipients,
      PartyKeyPair signer,
      SecureRandom random) {
    var byId = new TreeMap<KeyId, PartyPublicKey>();
    recipients.forEach(recipient -> byId.put(recipient.id(), recipient));
    if (byId.isEmpty() || byId.size() > MOST_RECIPIENTS) {
      throw new IllegalArgumentException("An exchange has 1 to 16 recipients");
    }
    var suite = suiteOf(byId.values());
    var signerId = signer.publicKey().id();
    var writer = header.writeTo(TlvWriter.versioned(VERSION, suite.id()), 1);
    writer.bytes(6, signerId.value());
    for (var recipient : byId.values()) {
      var wrap = ExchangeWrap.seal(header, signerId, key, recipient, random);
      writer.bytes(WRAP_TAG, wrap.encoded());
    }
    return writer.bytes(SIGNATURE_TAG, signer.sign(signed(writer.toBytes()))).toBytes();
  }

  private static Suite suiteOf(Collection<PartyPublicKey> recipients) {
    var suite = recipients.iterator().next().suite();
    if (recipients.stream().anyMatch(recipient -> recipient.suite() != suite)) {
      throw new CryptoRefusal(MIXED_SUITES);
    }
    return suite;
  }

  /**
   * Reads a record; says nothing yet about who signed it.
   *
   * @throws CryptoRefusal if the bytes are not exactly one record
   */
  public static ExchangeRecord decode(byte[] bytes) {
    return new ExchangeRecord(bytes);
  }

  /** Whose key it carries, as the record claims. */
  public ExchangeHeader header() {
    return header;
  }

  /** The name of the key that, as the record claims, signed it. */
  public KeyId signer() {
    return signer;
  }

  /** Whether the record was sealed to the key of that name. */
  public boolean isSealedTo(KeyId recipient) {
    return wraps.stream().anyMatch(wrap -> wrap.recipient().equals(recipient));
  }

  /** Whether the owner of the 32-byte Ed25519 key signed exactly these bytes. */
  public boolean isSignedBy(byte[] ed25519Public) {
    var body = Arrays.copyOf(encoded, signedLength);
    return Ed25519Signatures.isValid(ed25519Public, signed(body), signature);
  }

  /**
   * Opens the exchange key; call {@link #isSignedBy} first, or anybody may have sealed it.
   *
   * @throws CryptoRefusal if it was not sealed to this key, or was changed since
   */
  public ExchangeKey open(PartyKeyPair recipient) {
    var id = recipient.publicKey().id();
    for (var wrap : wraps) {
      if (wrap.recipient().equals(id) && recipient.publicKey().suite() == suite) {
        var bytes = wrap.open(header, signer, recipient);
        try {
          return ExchangeKey.of(bytes);
        } finally {
          Arrays.fill(bytes, (byte) 0);
        }
      }
    }
    throw new CryptoRefusal(NOT_A_RECIPIENT);
  }

  /** A copy of the record's bytes. */
  public byte[] encoded() {
    return encoded.clone();
  }

  static byte[] versionAnd(Suite suite) {
    return new byte[] {VERSION, (byte) suite.id()};
  }

  private static byte[] signed(byte[] body) {
    return TlvWriter.labelled("vestibule/v1/exchange-signature").bytes(2, body).toBytes();
  }
}
