package care.vestibule.crypto;

import java.security.SecureRandom;

/** The exchange key sealed to one recipient: key id (16), sealed key (X-Wing: 1168, RSA: 384). */
final class ExchangeWrap {

  private static final String LABEL = "vestibule/v1/exchange";

  private final Suite suite;
  private final KeyId recipient;
  private final byte[] sealed;

  private ExchangeWrap(Suite suite, KeyId recipient, byte[] sealed) {
    this.suite = suite;
    this.recipient = recipient;
    this.sealed = sealed;
  }

  static int size(Suite suite) {
    return 2 * TlvReader.FIELD_HEAD + KeyId.SIZE + sealedSize(suite);
  }

  private static int sealedSize(Suite suite) {
    return suite.sealing().sealedSize(ExchangeKey.SIZE);
  }

  static ExchangeWrap seal(
      ExchangeHeader header,
      KeyId signer,
      ExchangeKey key,
      PartyPublicKey to,
      SecureRandom random) {
    var context = context(to.suite(), header, signer, to.id());
    var sealed = to.suite().sealing().seal(to.encryption(), context, key.bytes(), random);
    return new ExchangeWrap(to.suite(), to.id(), sealed);
  }

  byte[] open(ExchangeHeader header, KeyId signer, PartyKeyPair keys) {
    var context = context(suite, header, signer, recipient);
    return suite.sealing().open(keys.encryption(), context, sealed);
  }

  KeyId recipient() {
    return recipient;
  }

  byte[] encoded() {
    return new TlvWriter().bytes(1, recipient.value()).bytes(2, sealed).toBytes();
  }

  static ExchangeWrap decode(Suite suite, byte[] bytes) {
    var reader = new TlvReader(bytes);
    var recipient = new KeyId(reader.bytes(1, KeyId.SIZE));
    var wrap = new ExchangeWrap(suite, recipient, reader.bytes(2, sealedSize(suite)));
    reader.end();
    return wrap;
  }

  private static SealingContext context(
      Suite suite, ExchangeHeader header, KeyId signer, KeyId recipient) {
    var writer = TlvWriter.labelled(LABEL).bytes(2, ExchangeRecord.versionAnd(suite));
    header.writeTo(writer, 3).bytes(8, signer.value()).bytes(9, recipient.value());
    return new SealingContext(LABEL, writer.toBytes());
  }
}
