package care.vestibule.custody;

import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.crypto.Suite;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes a key pair for every professional who has none. */
@Component
@OnlyIn(Zone.AGENT)
public final class HcpKeyGeneration {

  private final Keystores keystores;
  private final PublicKeys keys;
  private final KeyVouchers vouchers;
  private final HealthcareProfessionals professionals;
  private final Clock clock;
  private final SecureRandom random;

  HcpKeyGeneration(
      Keystores keystores,
      PublicKeys keys,
      KeyVouchers vouchers,
      HealthcareProfessionals professionals,
      Clock clock,
      SecureRandom random) {
    this.keystores = keystores;
    this.keys = keys;
    this.vouchers = vouchers;
    this.professionals = professionals;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes what is missing in a clinic; the private half is on the disk before the public half can
   * be seen.
   *
   * @return how many were made
   * @throws Incident {@code KEYSTORE_LOCKED} if the clinic has keys, but they cannot be read
   */
  public int makeMissing(ClinicId of) {
    return keystores.locked(of, () -> makeMissingIn(of));
  }

  private int makeMissingIn(ClinicId clinic) {
    var missing = keys.professionalsWithoutKey();
    if (missing.isEmpty()) {
      return 0;
    }
    // A fresh file beside keys that are in use would hide that the old file is gone.
    if (!keystores.exists(clinic) && missing.size() < professionals.all().size()) {
      throw new Incident("KEYSTORE_LOCKED");
    }
    var keystore = keystores.readOrNew(clinic);
    var pairs = new LinkedHashMap<HcpId, PartyKeyPair>();
    for (var hcp : missing) {
      var pair = keptOrNew(keystore, hcp, Suite.X_WING);
      keystore.put(hcp, pair);
      pairs.put(hcp, pair);
    }
    keystores.replace(clinic, keystore);
    pairs.forEach((hcp, pair) -> register(clinic, hcp, pair));
    return pairs.size();
  }

  // A pair that was stored, but not registered before a crash, is used instead of piling up.
  PartyKeyPair keptOrNew(Keystore keystore, HcpId hcp, Suite suite) {
    return keystore.pairs(hcp).stream()
        .filter(pair -> pair.publicKey().suite() == suite)
        .filter(pair -> keys.byId(pair.publicKey().id()).isEmpty())
        .findFirst()
        .orElseGet(() -> PartyKeyPair.generate(suite, random));
  }

  private void register(ClinicId clinic, HcpId hcp, PartyKeyPair pair) {
    keys.register(
        new PartyKey(
            clinic,
            hcp.value(),
            pair.publicKey(),
            KeyState.ACTIVE,
            Optional.empty(),
            clock.instant()));
    vouchers.give(clinic, hcp, pair.publicKey().id());
    pair.close();
  }
}
