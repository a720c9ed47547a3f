package care.vestibule.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The exchange key sealed to one recipient: key id (16), encapsulation and sealed key (1168). */
final class ExchangeWrap {

  private static final int SEALED_SIZE = XWing.OVERHEAD + ExchangeKey.SIZE;

  static final int SIZE = 2 * TlvReader.FIELD_HEAD + KeyId.SIZE + SEALED_SIZE;

  private static final String LABEL = "vestibule/v1/exchange";
  private static final byte[] INFO = LABEL.getBytes(StandardCharsets.UTF_8);

  private final KeyId recipient;
  private final byte[] sealed;

  private ExchangeWrap(KeyId recipient, byte[] sealed) {
    this.recipient = recipient;
    this.sealed = sealed;
  }

  static ExchangeWrap seal(
      ExchangeHeader header,
      KeyId signer,
      ExchangeKey key,
      PartyPublicKey to,
      SecureRandom random) {
    var associated = associatedData(header, signer, to.id());
    return new ExchangeWrap(
        to.id(), XWing.seal(to.encryption(), INFO, associated, key.bytes(), random));
  }

  byte[] open(ExchangeHeader header, KeyId signer, PartyKeyPair keys) {
    var associated = associatedData(header, signer, recipient);
    return XWing.open(keys.seed(), INFO, associated, sealed);
  }

  KeyId recipient() {
    return recipient;
  }

  byte[] encoded() {
    return new TlvWriter().bytes(1, recipient.value()).bytes(2, sealed).toBytes();
  }

  static ExchangeWrap decode(byte[] bytes) {
    var reader = new TlvReader(bytes);
    var wrap =
        new ExchangeWrap(new KeyId(reader.bytes(1, KeyId.SIZE)), reader.bytes(2, SEALED_SIZE));
    reader.end();
    return wrap;
  }

  private static byte[] associatedData(ExchangeHeader header, KeyId signer, KeyId recipient) {
    var writer = TlvWriter.labelled(LABEL).bytes(2, ExchangeRecord.versionAndSuite());
    return header.writeTo(writer, 3).bytes(8, signer.value()).bytes(9, recipient.value()).toBytes();
  }
}
