package care.vestibule.sharing.custody;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.PartyKeyPair;
import java.util.List;

/** One professional's private keys while they are in use. */
public final class ProfessionalsKeys implements AutoCloseable {

  private final PartyKeyPair active;
  private final List<PartyKeyPair> all;

  ProfessionalsKeys(PartyKeyPair active, List<PartyKeyPair> all) {
    this.active = active;
    this.all = all;
  }

  /** The pair that signs, and that new records are sealed to. */
  public PartyKeyPair active() {
    return active;
  }

  /**
   * Opens a record that was sealed to the active or to a former key.
   *
   * @throws CryptoRefusal if it is sealed to none of them, or was changed
   */
  public ExchangeKey open(ExchangeRecord record) {
    var sealedTo =
        all.stream()
            .filter(pair -> record.isSealedTo(pair.publicKey().id()))
            .findFirst()
            .orElseThrow(() -> new CryptoRefusal(CryptoRefusal.Reason.NOT_A_RECIPIENT));
    return record.open(sealedTo);
  }

  /** Wipes the keys. */
  @Override
  public void close() {
    all.forEach(PartyKeyPair::close);
  }
}
