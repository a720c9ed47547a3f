package care.vestibule.custody;

import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.KeyId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out the private keys of the current clinic's professionals, for one piece of work each. */
@Component
@OnlyIn(Zone.AGENT)
public final class PrivateKeys {

  private final Keystores keystores;
  private final PublicKeys keys;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  PrivateKeys(
      Keystores keystores,
      PublicKeys keys,
      AuditLog audit,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.keystores = keystores;
    this.keys = keys;
    this.audit = audit;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /**
   * The keys of a professional; to be closed after use.
   *
   * @throws Incident {@code KEYSTORE_LOCKED} if the keystore is missing or does not open; {@code
   *     HCP_KEY_MISSING} if it does not hold the key the directory calls active, which raises an
   *     alarm, or if the directory knows none
   */
  public HcpPrivateKeys open(HcpId hcp) {
    var active = activeOf(hcp);
    var of = clinic.get();
    var all = keystores.read(of).pairs(hcp);
    var signing =
        all.stream()
            .filter(pair -> pair.publicKey().id().equals(active))
            .findFirst()
            .orElseThrow(() -> foreign(hcp, "NOT_IN_KEYSTORE"));
    return new HcpPrivateKeys(signing, all, () -> keystores.read(of).pairs(hcp));
  }

  private KeyId activeOf(HcpId hcp) {
    try {
      return transactions
          .execute(status -> keys.activeOf(hcp.value()))
          .orElseThrow(() -> new Incident("HCP_KEY_MISSING"))
          .key()
          .id();
    } catch (CryptoRefusal noKey) {
      throw foreign(hcp, noKey.reason().name());
    }
  }

  private Incident foreign(HcpId hcp, String code) {
    var event = new AuditEvent("agent", Alarm.KEY_SWAPPED.name(), "hcp:" + hcp, code);
    transactions.executeWithoutResult(status -> audit.record(event));
    return new Incident("HCP_KEY_MISSING");
  }
}
