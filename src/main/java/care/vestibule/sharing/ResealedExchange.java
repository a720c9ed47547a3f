package care.vestibule.sharing;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeHeader;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.custody.HcpPrivateKeys;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.records.Exchange;
import care.vestibule.records.IntakeParty;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals an exchange key to a professional's new key and signs the record with it.
 *
 * <p>The exchange key and everything wrapped under it stay as they are: the work is one public-key
 * operation for each pair of parties, however many entities were shared.
 */
@Component
@OnlyIn(Zone.AGENT)
class ResealedExchange {

  private final PublicKeys publicKeys;
  private final IntakeSignature intake;
  private final CurrentClinic clinic;
  private final SecureRandom random;

  ResealedExchange(
      PublicKeys publicKeys, IntakeSignature intake, CurrentClinic clinic, SecureRandom random) {
    this.publicKeys = publicKeys;
    this.intake = intake;
    this.clinic = clinic;
    this.random = random;
  }

  /**
   * The record to store instead; empty if it is sealed to the new key already, or cannot be because
   * the other party's key is of another suite: then the former key goes on opening it.
   *
   * @throws CryptoRefusal if the record is not what its place says it is: it is never signed anew
   */
  Optional<byte[]> of(Exchange stored, HcpId hcp, HcpPrivateKeys keys) {
    var record = ExchangeRecord.decode(stored.encoded());
    var active = keys.active().publicKey();
    requireAuthentic(stored, record, hcp, keys);
    if (record.signer().equals(active.id()) && record.isSealedTo(active.id())) {
      return Optional.empty();
    }
    var recipients = new ArrayList<PartyPublicKey>();
    recipients.add(active);
    otherParty(stored.delegate(), hcp, record).ifPresent(recipients::add);
    boolean mixed = recipients.stream().anyMatch(one -> one.suite() != active.suite());
    if (mixed || !keys.isSealedToOwn(record)) {
      return Optional.empty();
    }
    try (var key = keys.open(record)) {
      return Optional.of(
          ExchangeRecord.seal(record.header(), key, recipients, keys.active(), random));
    }
  }

  private void requireAuthentic(
      Exchange stored, ExchangeRecord record, HcpId hcp, HcpPrivateKeys keys) {
    var claimed =
        new ExchangeHeader(
            clinic.get().value(),
            stored.id(),
            stored.delegator(),
            stored.delegate(),
            record.header().createdAt());
    boolean fromIntake = stored.delegator().equals(IntakeParty.of(clinic.get()));
    boolean own = stored.delegator().equals(hcp.value());
    boolean signed = keys.signed(record) || (fromIntake && intake.isOn(record));
    if (!record.header().equals(claimed) || !(fromIntake || own) || !signed) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_AUTHENTIC);
    }
  }

  // A patient's key that is lost is left out. The name of a key is computed from the key, so that
  // another one in the directory is not taken for the one the signed record names.
  private Optional<PartyPublicKey> otherParty(UUID delegate, HcpId hcp, ExchangeRecord record) {
    return delegate.equals(hcp.value())
        ? Optional.empty()
        : publicKeys
            .activeOf(delegate)
            .map(PartyKey::key)
            .filter(key -> record.isSealedTo(key.id()));
  }
}
