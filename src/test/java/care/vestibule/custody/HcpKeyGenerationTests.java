package care.vestibule.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.crypto.PartyKeyPair;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HcpRegistered;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.Incident;
import care.vestibule.sharing.SharingFixture;
import care.vestibule.sharing.SharingTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@SharingTest
class HcpKeyGenerationTests {

  @Autowired private SharingFixture ward;
  @Autowired private PrivateKeys custody;
  @Autowired private Keystores keystores;
  @Autowired private HcpKeyGeneration keys;
  @Autowired private PublicKeys publicKeys;
  @Autowired private TransactionTemplate transactions;
  @Autowired private ApplicationEventPublisher events;

  @Test
  void aNewProfessionalHasAKeyRightAfterTheTransactionThatStoresThem() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctorWithoutKey(clinic);

    ward.at(
        clinic,
        () ->
            transactions.execute(
                status -> {
                  events.publishEvent(new HcpRegistered(clinic.id(), doctor.id()));
                  assertThat(publicKeys.activeOf(doctor.id().value())).isEmpty();
                  return doctor;
                }));

    try (var opened = open(clinic, doctor)) {
      assertThat(active(clinic, doctor)).contains(opened.active().publicKey().fingerprint());
    }
  }

  @Test
  void aPairThatWasStoredButNotRegisteredIsUsedInsteadOfANewOne() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctorWithoutKey(clinic);
    var stored = PartyKeyPair.generate(new SecureRandom());
    ward.at(
        clinic,
        () -> {
          var keystore = keystores.readOrNew(clinic.id());
          keystore.put(doctor.id(), stored);
          keystores.replace(clinic.id(), keystore);
          return doctor;
        });

    keys.makeMissing(clinic.id());

    assertThat(active(clinic, doctor)).contains(stored.publicKey().fingerprint());
  }

  @Test
  void severalAgentsAtOnceMakeOneKeyForEachAndLoseNone() {
    var clinic = ward.aClinic();
    var doctors = Stream.generate(() -> ward.aDoctorWithoutKey(clinic)).limit(3).toList();

    var agents =
        Stream.generate(() -> CompletableFuture.runAsync(() -> keys.makeMissing(clinic.id())))
            .limit(3)
            .toList();
    agents.forEach(CompletableFuture::join);

    for (var doctor : doctors) {
      try (var opened = open(clinic, doctor)) {
        assertThat(active(clinic, doctor)).contains(opened.active().publicKey().fingerprint());
      }
    }
  }

  @Test
  void aMissingKeystoreIsAnIncidentIsNotReplacedAndWorksAgainOnceItIsBack() throws IOException {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctor(clinic);
    ward.aDoctorWithoutKey(clinic);
    var file = Path.of("target/keystores", clinic.id() + ".bcfks");
    var away = file.resolveSibling(clinic.id() + ".away");
    Files.move(file, away);

    assertThatThrownBy(() -> open(clinic, doctor))
        .isInstanceOf(Incident.class)
        .hasMessage("KEYSTORE_LOCKED");
    assertThatThrownBy(() -> keys.makeMissing(clinic.id()))
        .isInstanceOf(Incident.class)
        .hasMessage("KEYSTORE_LOCKED");
    assertThat(file).doesNotExist();
    Files.move(away, file);

    try (var opened = open(clinic, doctor)) {
      assertThat(active(clinic, doctor)).contains(opened.active().publicKey().fingerprint());
    }
  }

  @Test
  void aKeyThatIsNotInTheKeystoreIsAnIncident() {
    var clinic = ward.aClinic();
    var doctor = ward.aDoctorWithoutKey(clinic);

    assertThatThrownBy(() -> open(clinic, doctor))
        .isInstanceOf(Incident.class)
        .hasMessage("HCP_KEY_MISSING");
  }

  private HcpPrivateKeys open(Clinic clinic, HealthcareProfessional doctor) {
    return ward.at(clinic, () -> custody.open(doctor.id()));
  }

  private Optional<String> active(Clinic clinic, HealthcareProfessional doctor) {
    return ward.at(clinic, () -> fingerprint(doctor.id()));
  }

  private Optional<String> fingerprint(HcpId doctor) {
    return transactions.execute(
        status -> publicKeys.activeOf(doctor.value()).map(found -> found.key().fingerprint()));
  }
}
