package care.vestibule.custody;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.ExchangeKey;
import care.vestibule.crypto.ExchangeRecord;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.ShareManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One professional's private keys while they are in use. */
public final class HcpPrivateKeys implements AutoCloseable {

  private final PartyKeyPair active;
  private final List<PartyKeyPair> all;
  private final Supplier<List<PartyKeyPair>> again;
  private boolean readAgain;

  HcpPrivateKeys(PartyKeyPair active, List<PartyKeyPair> all, Supplier<List<PartyKeyPair>> again) {
    this.active = active;
    this.all = new ArrayList<>(all);
    this.again = again;
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
    return record.open(
        find(pair -> record.isSealedTo(pair.publicKey().id()))
            .orElseThrow(() -> new CryptoRefusal(CryptoRefusal.Reason.NOT_A_RECIPIENT)));
  }

  /**
   * Opens a record the professional signed, whether or not it could be sealed to them too.
   *
   * @throws CryptoRefusal if it was not made by the professional's own hand
   */
  public ExchangeKey openOwn(ExchangeRecord record) {
    if (!signed(record)) {
      throw new CryptoRefusal(CryptoRefusal.Reason.NOT_SIGNED);
    }
    if (isSealedToOwn(record)) {
      return open(record);
    }
    return find(pair -> pair.publicKey().id().equals(record.signer()))
        .map(pair -> ExchangeKey.derive(pair, record.header()))
        .orElseThrow();
  }

  /** Whether one of the professional's keys is among the recipients. */
  public boolean isSealedToOwn(ExchangeRecord record) {
    return find(pair -> record.isSealedTo(pair.publicKey().id())).isPresent();
  }

  /** Whether the professional signed the record, with the active or with a former key. */
  public boolean signed(ExchangeRecord record) {
    return find(pair -> pair.publicKey().id().equals(record.signer()))
        .filter(pair -> record.isSignedBy(pair.publicKey().signing()))
        .isPresent();
  }

  /** Whether the professional signed the manifest, with the active or with a former key. */
  public boolean signed(ShareManifest manifest) {
    return find(pair -> pair.publicKey().id().equals(manifest.signer()))
        .filter(pair -> manifest.isSignedBy(pair.publicKey().signing()))
        .isPresent();
  }

  // A key that was made while these are in use is in the keystore, and not yet here.
  private Optional<PartyKeyPair> find(Predicate<PartyKeyPair> wanted) {
    var found = all.stream().filter(wanted).findFirst();
    if (found.isPresent() || readAgain) {
      return found;
    }
    readAgain = true;
    var fresh = again.get();
    all.addAll(fresh);
    return fresh.stream().filter(wanted).findFirst();
  }

  /** Wipes the keys. */
  @Override
  public void close() {
    all.forEach(PartyKeyPair::close);
  }
}
