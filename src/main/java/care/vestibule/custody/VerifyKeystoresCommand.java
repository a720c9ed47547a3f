package care.vestibule.custody;

import care.vestibule.crypto.KeyId;
import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens every keystore and looks for every professional's active key. */
@Component
@OnlyIn(Zone.AGENT)
class VerifyKeystoresCommand implements KeyCommand {

  private final Keystores keystores;
  private final Clinics clinics;
  private final HealthcareProfessionals professionals;
  private final PublicKeys keys;
  private final CurrentClinic current;
  private final TransactionTemplate transactions;

  VerifyKeystoresCommand(
      Keystores keystores,
      Clinics clinics,
      HealthcareProfessionals professionals,
      PublicKeys keys,
      CurrentClinic current,
      TransactionTemplate transactions) {
    this.keystores = keystores;
    this.clinics = clinics;
    this.professionals = professionals;
    this.keys = keys;
    this.current = current;
    this.transactions = transactions;
  }

  @Override
  public String usage() {
    return "verify [CLINIC]";
  }

  @Override
  public ExitCode run(List<String> words, Consumer<String> out) {
    if (words.size() > 1) {
      throw misused();
    }
    boolean good = true;
    for (var clinic : transactions.execute(status -> clinics.all())) {
      if (words.isEmpty() || clinic.id().toString().equals(words.getFirst())) {
        good &= current.during(clinic.id(), () -> transactions.execute(s -> verify(clinic, out)));
      }
    }
    return good ? ExitCode.DONE : ExitCode.FOUND_PROBLEMS;
  }

  // By reference, not by name: the lines end up in tickets and logs.
  private boolean verify(Clinic clinic, Consumer<String> out) {
    var keystore = opened(clinic.id());
    out.accept(
        "clinic " + clinic.id() + " keystore " + keystore.map(one -> "opens").orElse("LOCKED"));
    boolean good = keystore.isPresent();
    for (var hcp : professionals.all()) {
      var state = keystore.map(one -> state(one, hcp)).orElse("unknown");
      out.accept("  hcp " + hcp.id() + " " + state);
      good &= state.startsWith("present");
    }
    return good;
  }

  private Optional<Keystore> opened(ClinicId clinic) {
    try {
      return Optional.of(keystores.readOrNew(clinic));
    } catch (Incident locked) {
      return Optional.empty();
    }
  }

  private String state(Keystore keystore, HealthcareProfessional hcp) {
    return keys.activeOf(hcp.id().value())
        .map(active -> active.key().id())
        .map(id -> (opens(keystore, hcp, id) ? "present " : "MISSING ") + id.hex())
        .orElse("NO ACTIVE KEY");
  }

  // Opened, not looked up: an entry whose seeds make another key is no key.
  private static boolean opens(Keystore keystore, HealthcareProfessional hcp, KeyId active) {
    var pairs = keystore.pairs(hcp.id());
    pairs.forEach(PartyKeyPair::close);
    return pairs.stream().anyMatch(pair -> pair.publicKey().id().equals(active));
  }
}
