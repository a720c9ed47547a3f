package care.vestibule.records;

import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The public keys of professionals that the intake may seal to. */
@Component
@OnlyIn(Zone.PORTAL)
public final class HolderKeys {

  private final PublicKeys keys;
  private final KeyVouchers vouchers;

  /** Keys of the directory. */
  public HolderKeys(PublicKeys keys, KeyVouchers vouchers) {
    this.keys = keys;
    this.vouchers = vouchers;
  }

  /**
   * A professional's active key, if the agent vouches for it; needs the caller's transaction.
   *
   * <p>No alarm is raised here, where it would vanish with the refused import: the agent looks at
   * every key it does not vouch for, and raises it.
   */
  Optional<PartyPublicKey> of(HcpId hcp) {
    try {
      return keys.activeOf(hcp.value()).filter(vouchers::on).map(PartyKey::key);
    } catch (CryptoRefusal noKey) {
      return Optional.empty();
    }
  }
}
