package care.vestibule.sharing.custody;

import care.vestibule.crypto.MasterSecret;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out the private keys of the current clinic's professionals, for one piece of work each. */
@Component
@OnlyIn(Zone.AGENT)
public final class Custody {

  private final CustodyProperties properties;
  private final MasterSecret master;
  private final PublicKeys keys;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  Custody(
      CustodyProperties properties,
      MasterSecret master,
      PublicKeys keys,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.properties = properties;
    this.master = master;
    this.keys = keys;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /**
   * The keys of a professional; to be closed after use.
   *
   * @throws Incident {@code KEYSTORE_LOCKED} if the keystore is missing or does not open; {@code
   *     HCP_KEY_MISSING} if it does not hold the professional's active key
   */
  public ProfessionalsKeys open(HcpId hcp) {
    var active =
        transactions
            .execute(status -> keys.activeOf(hcp.value()))
            .orElseThrow(() -> new Incident("HCP_KEY_MISSING"))
            .key()
            .id();
    var all = read().pairs(hcp);
    var signing =
        all.stream()
            .filter(pair -> pair.publicKey().id().equals(active))
            .findFirst()
            .orElseThrow(() -> new Incident("HCP_KEY_MISSING"));
    return new ProfessionalsKeys(signing, all);
  }

  boolean exists() {
    return file().exists();
  }

  /** The clinic's keystore, or a new one if there is no file. */
  Keystore openOrNew() {
    return exists() ? read() : Keystore.empty(passwords());
  }

  /** Writes the clinic's keystore; it is on the disk when this returns. */
  void replace(Keystore keystore) {
    try {
      file().replace(keystore.encoded());
    } catch (IOException e) {
      throw new IllegalStateException("The keystore cannot be written", e);
    }
  }

  private Keystore read() {
    try (var input = file().open()) {
      return Keystore.read(input, passwords());
    } catch (IOException e) {
      throw new Incident("KEYSTORE_LOCKED");
    }
  }

  private KeystoreFile file() {
    return new KeystoreFile(properties.keystores(), clinic.get());
  }

  private Passwords passwords() {
    return new Passwords(master, clinic.get());
  }
}
