package care.vestibule.records;

import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.IntakeSigner;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The exchange keys of one batch, made when the first thing is sealed for a professional. */
final class IntakeExchanges implements AutoCloseable {

  private final ClinicId clinic;
  private final HolderKeys keys;
  private final Exchanges exchanges;
  private final IntakeSigner signer;
  private final SecureRandom random;
  private final Instant now;
  private final Map<HcpId, Optional<PartyPublicKey>> publicKeys = new HashMap<>();
  private final Map<HcpId, Opened> opened = new HashMap<>();

  IntakeExchanges(
      ClinicId clinic,
      HolderKeys keys,
      Exchanges exchanges,
      IntakeSigner signer,
      SecureRandom random,
      Instant now) {
    this.clinic = clinic;
    this.keys = keys;
    this.exchanges = exchanges;
    this.signer = signer;
    this.random = random;
    this.now = now;
  }

  boolean canSealFor(HcpId hcp) {
    return publicKeyOf(hcp).isPresent();
  }

  Opened with(HcpId hcp) {
    return opened.computeIfAbsent(hcp, this::make);
  }

  @Override
  public void close() {
    opened.values().forEach(exchange -> exchange.key().close());
  }

  private Opened make(HcpId hcp) {
    var id = UUID.randomUUID();
    var intake = IntakeParty.of(clinic);
    var header = new ExchangeHeader(clinic.value(), id, intake, hcp.value(), now);
    var key = ExchangeKey.generate(random);
    var recipients = List.of(publicKeyOf(hcp).orElseThrow());
    var encoded = ExchangeRecord.seal(header, key, recipients, signer.keyPair(), random);
    exchanges.insert(new Exchange(id, intake, hcp.value(), encoded, now));
    return new Opened(id, key);
  }

  private Optional<PartyPublicKey> publicKeyOf(HcpId hcp) {
    return publicKeys.computeIfAbsent(hcp, keys::of);
  }

  /** An exchange whose key is still known. */
  record Opened(UUID id, ExchangeKey key) {}
}
