package care.vestibule.sharing;

import care.vestibule.crypto.ContentKey;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.records.Delegation;
import care.vestibule.records.Records;
import care.vestibule.tenancy.ClinicId;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The content keys a professional holds; each exchange is opened once and kept until closed. */
final class HcpContentKeys implements AutoCloseable {

  private final ClinicId clinic;
  private final Records records;
  private final HcpPrivateKeys keys;
  private final IntakeSignature intake;
  private final Map<UUID, ExchangeKey> opened = new HashMap<>();

  HcpContentKeys(ClinicId clinic, Records records, HcpPrivateKeys keys, IntakeSignature intake) {
    this.clinic = clinic;
    this.records = records;
    this.keys = keys;
    this.intake = intake;
  }

  /**
   * Unwraps a content key.
   *
   * @throws CryptoRefusal if the delegation or its exchange is not what it claims to be
   */
  ContentKey open(Delegation held) {
    return exchangeOf(held).unwrap(held.wrapped(), held.header(clinic));
  }

  /**
   * The same right to a content key that takes the place of the one held.
   *
   * @throws CryptoRefusal if what is held, or its exchange, is not what it claims to be
   */
  Delegation passOn(Delegation held, ContentKey fresh, SecureRandom random) {
    open(held).close();
    var right = held.under(fresh.id());
    return right.wrappedAs(exchangeOf(held).wrap(fresh, right.header(clinic), random));
  }

  private ExchangeKey exchangeOf(Delegation held) {
    var exchange = opened.get(held.exchange());
    if (exchange == null) {
      exchange = openExchange(held);
      opened.put(held.exchange(), exchange);
    }
    return exchange;
  }

  private ExchangeKey openExchange(Delegation held) {
    var stored =
        records
            .exchange(held.exchange())
            .orElseThrow(() -> new CryptoRefusal(CryptoRefusal.Reason.NOT_AUTHENTIC));
    var record = ExchangeRecord.decode(stored.encoded());
    var claimed =
        new ExchangeHeader(
            clinic.value(),
            held.exchange(),
            held.delegator(),
            held.delegate(),
            record.header().createdAt());
    // Sealed anew after a change of the professional's key, it bears that professional's signature.
    if (!record.header().equals(claimed) || !(intake.isOn(record) || keys.signed(record))) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_AUTHENTIC);
    }
    return keys.open(record);
  }

  @Override
  public void close() {
    opened.values().forEach(ExchangeKey::close);
  }
}
