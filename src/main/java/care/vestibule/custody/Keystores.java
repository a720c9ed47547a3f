package care.vestibule.custody;

import care.vestibule.crypto.MasterSecret;
import care.vestibule.process.Incident;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keystore files of all clinics.
 *
 * <p>A file is read anew for each piece of work, and with every master secret that is accepted: one
 * that was missing or locked and is back is found without a restart.
 */
@Component
@OnlyIn(Zone.AGENT)
class Keystores {

  private static final String SUFFIX = ".bcfks";

  private final Path directory;
  private final MasterSecret master;
  private final CurrentClinic current;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  Keystores(
      CustodyProperties properties,
      MasterSecret master,
      CurrentClinic current,
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager) {
    this.directory = properties.keystores();
    this.master = master;
    this.current = current;
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactionManager);
    // Also called right after another transaction's commit, which must not be taken for this one.
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The clinics that have a file, by id. */
  List<ClinicId> clinics() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[0-9a-f-]{36}\\.bcfks"))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .map(name -> new ClinicId(UUID.fromString(name)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(ClinicId clinic) {
    return file(clinic).exists();
  }

  /**
   * A clinic's keystore; it is written back with the secret that opened it.
   *
   * @throws Incident {@code KEYSTORE_LOCKED} if it is missing or no accepted secret opens it
   */
  Keystore read(ClinicId clinic) {
    return master.accepted().stream()
        .flatMap(secret -> openedWith(secret, clinic).stream())
        .findFirst()
        .orElseThrow(() -> new Incident("KEYSTORE_LOCKED"));
  }

  /** A clinic's keystore, if this very secret opens it. */
  Optional<Keystore> openedWith(MasterSecret secret, ClinicId clinic) {
    try (var input = file(clinic).open()) {
      return Optional.of(Keystore.read(input, new DerivedPasswords(secret, clinic)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The clinic's keystore, or a new one if there is no file. */
  Keystore readOrNew(ClinicId clinic) {
    return exists(clinic) ? read(clinic) : Keystore.empty(new DerivedPasswords(master, clinic));
  }

  /** Writes a clinic's keystore; it is on the disk when this returns. */
  void replace(ClinicId clinic, Keystore keystore) {
    try {
      file(clinic).replace(keystore.encoded());
    } catch (IOException e) {
      throw new UncheckedIOException("The keystore cannot be written", e);
    }
  }

  /** Does the work in a transaction of the clinic while nobody else replaces its file. */
  <T> T locked(ClinicId clinic, Supplier<T> work) {
    return current.during(
        clinic,
        () ->
            transactions.execute(
                status -> {
                  jdbc.sql(
                          "select pg_advisory_xact_lock(hashtextextended('hcp-keys:' || :clinic, 0))")
                      .param("clinic", clinic.toString())
                      .query(row -> {});
                  return work.get();
                }));
  }

  KeystoreFile file(ClinicId clinic) {
    return new KeystoreFile(directory, clinic);
  }
}
