package care.vestibule.sharing;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PartyKey;
import care.vestibule.records.Exchange;
import care.vestibule.records.Records;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exchanges from professionals to patients: one for each pair of keys, made when first needed. */
@Component
@OnlyIn(Zone.AGENT)
class PatientExchanges {

  private final Records records;
  private final JdbcClient jdbc;
  private final SecureRandom random;
  private final Clock clock;

  PatientExchanges(Records records, JdbcClient jdbc, SecureRandom random, Clock clock) {
    this.records = records;
    this.jdbc = jdbc;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Opens the exchange, or makes it; needs a transaction around it.
   *
   * @throws CryptoRefusal if the one that is stored is not the professional's own
   */
  PatientExchange open(HcpId delegator, HcpPrivateKeys keys, PartyKey patient) {
    var id = ExchangeIds.of(delegator, keys.active().publicKey(), patient);
    // Of two jobs that make the same exchange the second waits here and opens the first one's.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('exchange:' || :id, 0))")
        .param("id", id.toString())
        .query(row -> {});
    var key =
        records
            .exchange(id)
            .map(stored -> reopened(stored, delegator, keys, patient))
            .orElseGet(() -> made(id, delegator, keys.active(), patient));
    return new PatientExchange(
        patient.clinic(), id, delegator.value(), patient.party(), key, random);
  }

  private static ExchangeKey reopened(
      Exchange stored, HcpId delegator, HcpPrivateKeys keys, PartyKey patient) {
    var record = ExchangeRecord.decode(stored.encoded());
    var expected =
        new ExchangeHeader(
            patient.clinic().value(),
            stored.id(),
            delegator.value(),
            patient.party(),
            record.header().createdAt());
    if (!record.header().equals(expected)
        || !record.isSealedTo(patient.key().id())
        || !keys.signed(record)) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_AUTHENTIC);
    }
    return keys.openOwn(record);
  }

  private ExchangeKey made(UUID id, HcpId delegator, PartyKeyPair signer, PartyKey patient) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var header =
        new ExchangeHeader(patient.clinic().value(), id, delegator.value(), patient.party(), now);
    // One secret is never sealed under two suites: what the professional cannot be sealed, they
    // derive.
    boolean sealable = patient.key().suite() == signer.publicKey().suite();
    var key = sealable ? ExchangeKey.generate(random) : ExchangeKey.derive(signer, header);
    var recipients = sealable ? List.of(patient.key(), signer.publicKey()) : List.of(patient.key());
    var encoded = ExchangeRecord.seal(header, key, recipients, signer, random);
    records.saveExchange(new Exchange(id, delegator.value(), patient.party(), encoded, now));
    return key;
  }
}
