package care.vestibule.custody;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Suite;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives a professional a new key pair; the old private half stays to open what was sealed to it.
 */
@Component
@OnlyIn(Zone.AGENT)
public class HcpKeyReplacement {

  private final Keystores keystores;
  private final HcpKeyGeneration hcpKeys;
  private final PublicKeys keys;
  private final KeyVouchers vouchers;
  private final KeyRotations rotations;
  private final AuditLog audit;
  private final Clock clock;

  HcpKeyReplacement(
      Keystores keystores,
      HcpKeyGeneration hcpKeys,
      PublicKeys keys,
      KeyVouchers vouchers,
      KeyRotations rotations,
      AuditLog audit,
      Clock clock) {
    this.keystores = keystores;
    this.hcpKeys = hcpKeys;
    this.keys = keys;
    this.vouchers = vouchers;
    this.rotations = rotations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the new pair active, unless a succession is under way, which then goes on.
   *
   * @param suite of the new pair
   * @return whether it was begun now
   * @throws Incident {@code HCP_KEY_MISSING} if there is nothing to succeed; {@code
   *     KEYSTORE_LOCKED}
   */
  public boolean begin(ClinicId clinic, HcpId hcp, Suite suite) {
    return keystores.locked(
        clinic, () -> rotations.underWay(hcp).isEmpty() && start(clinic, hcp, suite));
  }

  /** Notes that everything is sealed to the new key. */
  public void end(ClinicId clinic, HcpId hcp) {
    keystores.locked(
        clinic,
        () -> {
          rotations.finish(hcp);
          audit.record(new AuditEvent("agent", "KEY_ROTATION_ENDED", "hcp:" + hcp, "NONE"));
          return hcp;
        });
  }

  private boolean start(ClinicId clinic, HcpId hcp, Suite suite) {
    var former =
        keys.activeOf(hcp.value()).orElseThrow(() -> new Incident("HCP_KEY_MISSING")).key().id();
    var keystore = keystores.read(clinic);
    try (var pair = hcpKeys.keptOrNew(keystore, hcp, suite)) {
      // On the disk before the public half can be seen.
      keystore.put(hcp, pair);
      keystores.replace(clinic, keystore);
      keys.succeed(registration(clinic, hcp, pair));
      vouchers.give(clinic, hcp, pair.publicKey().id());
      rotations.start(hcp, former, pair.publicKey().id());
      audit.record(
          new AuditEvent(
              "agent", "KEY_ROTATION_STARTED", "hcp:" + hcp, "to:" + pair.publicKey().id().hex()));
    }
    return true;
  }

  private PartyKey registration(ClinicId clinic, HcpId hcp, PartyKeyPair pair) {
    return new PartyKey(
        clinic, hcp.value(), pair.publicKey(), KeyState.ACTIVE, Optional.empty(), clock.instant());
  }
}
