package care.vestibule.sharing.custody;

import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a key pair for every professional who has none. */
@Component
@OnlyIn(Zone.AGENT)
public final class HcpKeys {

  private final Custody custody;
  private final PublicKeys keys;
  private final HealthcareProfessionals professionals;
  private final CurrentClinic clinic;
  private final Clock clock;
  private final SecureRandom random;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  HcpKeys(
      Custody custody,
      PublicKeys keys,
      HealthcareProfessionals professionals,
      CurrentClinic clinic,
      Clock clock,
      SecureRandom random,
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager) {
    this.custody = custody;
    this.keys = keys;
    this.professionals = professionals;
    this.clinic = clinic;
    this.clock = clock;
    this.random = random;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    // Also called right after another transaction's commit, which must not be taken for this one.
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Makes what is missing in a clinic; the private half is on the disk before the public half can
   * be seen.
   *
   * @throws Incident {@code KEYSTORE_LOCKED} if the clinic has keys, but they cannot be read
   */
  public void makeMissing(ClinicId of) {
    clinic.during(of, () -> transactions.executeWithoutResult(status -> makeMissing()));
  }

  private void makeMissing() {
    // One agent at a time replaces the clinic's file.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('hcp-keys:' || :clinic, 0))")
        .param("clinic", clinic.get().toString())
        .query(row -> {});
    var missing = keys.professionalsWithoutKey();
    if (missing.isEmpty()) {
      return;
    }
    // A fresh file beside keys that are in use would hide that the old file is gone.
    if (!custody.exists() && missing.size() < professionals.all().size()) {
      throw new Incident("KEYSTORE_LOCKED");
    }
    var keystore = custody.openOrNew();
    var pairs = new LinkedHashMap<HcpId, PartyKeyPair>();
    for (var hcp : missing) {
      var pair = keptOrNew(keystore, hcp);
      keystore.put(hcp, pair);
      pairs.put(hcp, pair);
    }
    custody.replace(keystore);
    pairs.forEach(this::register);
  }

  // A pair that was stored, but not registered before a crash, is used instead of piling up.
  private PartyKeyPair keptOrNew(Keystore keystore, HcpId hcp) {
    return keystore.pairs(hcp).stream()
        .filter(pair -> keys.byId(pair.publicKey().id()).isEmpty())
        .findFirst()
        .orElseGet(() -> PartyKeyPair.generate(random));
  }

  private void register(HcpId hcp, PartyKeyPair pair) {
    keys.register(
        new PartyKey(
            clinic.get(),
            hcp.value(),
            pair.publicKey(),
            KeyState.ACTIVE,
            Optional.empty(),
            clock.instant()));
    pair.close();
  }
}
