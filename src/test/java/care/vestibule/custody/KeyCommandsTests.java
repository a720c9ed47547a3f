package care.vestibule.custody;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.crypto.MasterSecret;
import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.Clinics;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.KeyVouchers;
import care.vestibule.directory.PublicKeys;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.tenancy.ClinicTransactionManager;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandsTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final PublicKeys publicKeys = new PublicKeys(database.jdbc());
  private final List<String> out = new ArrayList<>();
  private final List<String> err = new ArrayList<>();

  @TempDir private Path directory;
  private Clinic clinic;
  private HcpId doctor;

  @BeforeEach
  void aClinicWithADoctorWhoHasAKey() throws IOException {
    Files.writeString(passphraseFile(), "a long enough passphrase\n");
    clinic = fixtures.aClinic();
    doctor = fixtures.anHcp(clinic.id()).id();
    hcpKeys(secret(1)).makeMissing(clinic.id());
  }

  @Test
  void verifyOpensTheKeystoreAndNamesEachActiveKeyAndWhatIsMissing() {
    assertThat(run(secret(1), "verify", id())).isEqualTo(ExitCode.DONE);
    assertThat(out)
        .containsExactly(
            "clinic " + id() + " keystore opens", "  hcp " + doctor + " present " + activeKey());

    var other = fixtures.anHcp(clinic.id()).id();
    fixtures.aKeyOf(clinic.id(), other.value(), Optional.empty());
    var third = fixtures.anHcp(clinic.id()).id();

    assertThat(run(secret(1), "verify", id())).isEqualTo(ExitCode.FOUND_PROBLEMS);
    assertThat(out)
        .anyMatch(line -> line.startsWith("  hcp " + other + " MISSING "))
        .contains("  hcp " + third + " NO ACTIVE KEY");
  }

  @Test
  void verifySaysOfAnotherMasterSecretThatTheKeystoreIsLocked() {
    assertThat(run(secret(2), "verify", id())).isEqualTo(ExitCode.FOUND_PROBLEMS);
    assertThat(out).first().isEqualTo("clinic " + id() + " keystore LOCKED");
  }

  @Test
  void aBackupBringsBackEveryPairWhenTheKeystoreIsGone() throws IOException {
    assertThat(run(secret(1), "backup", backup(), passphrase())).isEqualTo(ExitCode.DONE);
    Files.delete(keystoreFile());
    assertThat(run(secret(1), "verify", id())).isEqualTo(ExitCode.FOUND_PROBLEMS);

    assertThat(run(secret(1), "restore", backup(), passphrase())).isEqualTo(ExitCode.DONE);

    assertThat(out).containsExactly("clinic " + id() + ": 1 restored, 1 in all");
    assertThat(run(secret(1), "verify", id())).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aBackupIsRestoredUnderTheMasterSecretOfTheDay() throws IOException {
    run(secret(1), "backup", backup(), passphrase());
    Files.delete(keystoreFile());

    assertThat(run(secret(7), "restore", backup(), passphrase())).isEqualTo(ExitCode.DONE);

    assertThat(run(secret(7), "verify", id())).isEqualTo(ExitCode.DONE);
    assertThat(run(secret(1), "verify", id())).isEqualTo(ExitCode.FOUND_PROBLEMS);
  }

  @Test
  void aRestoreMergesAndKeepsWhatIsNewerThanTheBackup() {
    run(secret(1), "backup", backup(), passphrase());
    fixtures.anHcp(clinic.id());
    hcpKeys(secret(1)).makeMissing(clinic.id());

    assertThat(run(secret(1), "restore", backup(), passphrase())).isEqualTo(ExitCode.DONE);

    assertThat(out).containsExactly("clinic " + id() + ": 0 restored, 2 in all");
    assertThat(run(secret(1), "verify", id())).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aFileThatDoesNotOpenIsNotReplacedUnlessForcedAndThenKeptAside() throws IOException {
    run(secret(1), "backup", backup(), passphrase());
    var before = Files.readAllBytes(keystoreFile());

    assertThat(run(secret(2), "restore", backup(), passphrase())).isEqualTo(ExitCode.REFUSED);
    assertThat(err).hasSize(1).first().asString().contains("may hold newer keys");
    assertThat(Files.readAllBytes(keystoreFile())).isEqualTo(before);

    assertThat(run(secret(2), "restore", backup(), passphrase(), "--force"))
        .isEqualTo(ExitCode.DONE);
    assertThat(run(secret(2), "verify", id())).isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(directory.resolve(id() + ".bcfks.unreadable-1")))
        .isEqualTo(before);
  }

  @Test
  void aBackupThatWasChangedOrIsOfAnotherPassphraseIsRefusedAndChangesNothing() throws IOException {
    run(secret(1), "backup", backup(), passphrase());
    Files.delete(keystoreFile());
    var file = Path.of(backup());
    var bytes = Files.readAllBytes(file);
    for (int at : new int[] {bytes.length / 3, bytes.length / 2, bytes.length - 1}) {
      var changed = bytes.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThat(run(secret(1), "restore", backup(), passphrase())).isEqualTo(ExitCode.REFUSED);
    }
    Files.write(file, bytes);
    var wrong = directory.resolve("wrong");
    Files.writeString(wrong, "another long passphrase");

    assertThat(run(secret(1), "restore", backup(), wrong.toString())).isEqualTo(ExitCode.REFUSED);

    assertThat(err).containsExactly("The backup is damaged, or it is of another passphrase.");
    assertThat(keystoreFile()).doesNotExist();
  }

  @Test
  void aShortPassphraseAMissingFileAndAnUnknownWordEachEndWithOneSentence() throws IOException {
    Files.writeString(passphraseFile(), "too short\n");
    assertThat(run(secret(1), "backup", backup(), passphrase())).isEqualTo(ExitCode.REFUSED);
    assertThat(Path.of(backup())).doesNotExist();
    assertThat(run(secret(1), "backup", backup(), backup())).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(err).containsExactly("A file cannot be read or written: " + backup());
    assertThat(run(secret(1), "backup")).isEqualTo(ExitCode.USAGE);
    assertThat(err).containsExactly("Usage: keys backup FILE PASSPHRASE_FILE");
    assertThat(run(secret(1), "explode")).isEqualTo(ExitCode.USAGE);
    assertThat(run(secret(1))).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRotationOfTheMasterSecretThatIsKilledHalfWayLeavesFilesOfEitherAndIsFinishedByTheNext() {
    var second = fixtures.aClinic();
    fixtures.anHcp(second.id());
    hcpKeys(secret(1)).makeMissing(second.id());
    var later = clinic.id().toString().compareTo(second.id().toString()) > 0 ? clinic : second;
    var killed = new Killed(later.id());

    assertThat(rotate(killed)).isInstanceOf(IllegalStateException.class);

    var both = secret(1).accepting(List.of(secret(2)));
    assertThat(run(both, "verify", clinic.id().toString())).isEqualTo(ExitCode.DONE);
    assertThat(run(both, "verify", second.id().toString())).isEqualTo(ExitCode.DONE);
    assertThat(run(secret(1), "rotate-master", "2")).isEqualTo(ExitCode.DONE);
    assertThat(out)
        .contains("clinic " + later.id() + " is of the new secret now")
        .anyMatch(line -> line.endsWith(" was already"))
        .last()
        .asString()
        .contains("vestibule.secrets.master");
    assertThat(run(secret(2), "verify", clinic.id().toString())).isEqualTo(ExitCode.DONE);
    assertThat(run(secret(2), "verify", second.id().toString())).isEqualTo(ExitCode.DONE);
    assertThat(run(secret(1), "verify", clinic.id().toString())).isEqualTo(ExitCode.FOUND_PROBLEMS);
  }

  @Test
  void anAgentThatAcceptsTheNextMasterSecretAddsKeysToAFileOfEitherAndLeavesItsSecretAsItIs() {
    var both = secret(1).accepting(List.of(secret(2)));
    run(secret(1), "rotate-master", "2");
    fixtures.anHcp(clinic.id());

    hcpKeys(both).makeMissing(clinic.id());

    assertThat(run(secret(2), "verify", id())).isEqualTo(ExitCode.DONE);
  }

  private Throwable rotate(Keystores keystores) {
    return org.assertj.core.api.Assertions.catchThrowable(
        () ->
            new RotateMasterSecretCommand(keystores, KeyCommandsTests::secret)
                .run(List.of("2"), out::add));
  }

  private ExitCode run(MasterSecret master, String... words) {
    out.clear();
    err.clear();
    var keystores = keystores(master);
    var commands =
        new KeyCommands(
            List.of(
                new VerifyKeystoresCommand(
                    keystores,
                    new Clinics(database.jdbc()),
                    new HealthcareProfessionals(database.jdbc(), event -> {}),
                    publicKeys,
                    database.clinic(),
                    database.transactions()),
                new BackUpKeystoresCommand(keystores, new KeystoreBackup(1 << 10)),
                new RestoreKeystoresCommand(keystores),
                new RotateMasterSecretCommand(keystores, KeyCommandsTests::secret)));
    return commands.run(Arrays.asList(words), out::add, err::add);
  }

  private HcpKeyGeneration hcpKeys(MasterSecret master) {
    return new HcpKeyGeneration(
        keystores(master),
        publicKeys,
        new KeyVouchers(database.jdbc(), Pepper.of(new byte[32])),
        new HealthcareProfessionals(database.jdbc(), event -> {}),
        Clock.systemUTC(),
        new SecureRandom());
  }

  private Keystores keystores(MasterSecret master) {
    return new Keystores(
        new CustodyProperties(directory, Duration.ofHours(1), Duration.ofHours(1)),
        master,
        database.clinic(),
        database.jdbc(),
        new ClinicTransactionManager(database.dataSource(), database.clinic()));
  }

  private String activeKey() {
    return fixtures
        .in(clinic.id(), () -> publicKeys.activeOf(doctor.value()))
        .orElseThrow()
        .key()
        .id()
        .hex();
  }

  private String id() {
    return clinic.id().toString();
  }

  private Path keystoreFile() {
    return directory.resolve(clinic.id() + ".bcfks");
  }

  private String backup() {
    return directory.resolve("backup").toString();
  }

  private Path passphraseFile() {
    return directory.resolve("passphrase");
  }

  private String passphrase() {
    return passphraseFile().toString();
  }

  private static MasterSecret secret(Path number) {
    return secret(Integer.parseInt(number.toString()));
  }

  private static MasterSecret secret(int number) {
    var bytes = new byte[32];
    bytes[0] = (byte) number;
    return MasterSecret.of(bytes);
  }

  /** Dies when one clinic's file is about to be written. */
  private final class Killed extends Keystores {

    private final ClinicId at;

    Killed(ClinicId at) {
      super(
          new CustodyProperties(directory, Duration.ofHours(1), Duration.ofHours(1)),
          secret(1),
          database.clinic(),
          database.jdbc(),
          new ClinicTransactionManager(database.dataSource(), database.clinic()));
      this.at = at;
    }

    @Override
    void replace(ClinicId clinic, Keystore keystore) {
      if (clinic.equals(at)) {
        throw new IllegalStateException("killed");
      }
      super.replace(clinic, keystore);
    }
  }
}
