package care.vestibule.custody;

import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.CryptoRefusal;
import care.vestibule.crypto.KeyId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Vouches for the public keys whose private half is in the keystore, and for no other. */
@Component
@OnlyIn(Zone.AGENT)
public final class HcpVouchers {

  private final Keystores keystores;
  private final PublicKeys keys;
  private final KeyVouchers vouchers;
  private final AuditLog audit;
  // One alarm for each, not one for each look.
  private final Set<HcpId> reported = ConcurrentHashMap.newKeySet();

  HcpVouchers(Keystores keystores, PublicKeys keys, KeyVouchers vouchers, AuditLog audit) {
    this.keystores = keystores;
    this.keys = keys;
    this.vouchers = vouchers;
    this.audit = audit;
  }

  /**
   * Vouches for what was registered or changed behind the agent's back, or under a former pepper;
   * raises {@link Alarm#KEY_SWAPPED} for a key that is not in the keystore.
   *
   * @throws Incident {@code KEYSTORE_LOCKED} if there is something to do, but no keystore opens
   */
  public void renew(ClinicId clinic) {
    keystores.locked(
        clinic,
        () -> {
          var waiting = vouchers.toBeVouchedFor(clinic);
          if (!waiting.isEmpty()) {
            var keystore = keystores.read(clinic);
            waiting.forEach(hcp -> judge(clinic, hcp, keystore));
          }
          return clinic;
        });
  }

  private void judge(ClinicId clinic, HcpId hcp, Keystore keystore) {
    var active = activeOf(hcp);
    // Looked up, not opened: the file is under a MAC as a whole, and opening each takes long.
    var own = active.filter(id -> keystore.holds(hcp, id));
    if (own.isPresent()) {
      vouchers.give(clinic, hcp, own.get());
      reported.remove(hcp);
    } else if (reported.add(hcp)) {
      audit.record(
          new AuditEvent("agent", Alarm.KEY_SWAPPED.name(), "hcp:" + hcp, "NOT_IN_KEYSTORE"));
    }
  }

  private Optional<KeyId> activeOf(HcpId hcp) {
    try {
      return keys.activeOf(hcp.value()).map(found -> found.key().id());
    } catch (CryptoRefusal noKey) {
      return Optional.empty();
    }
  }
}
