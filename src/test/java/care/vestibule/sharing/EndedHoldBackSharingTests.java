package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.process.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SharingTest
class EndedHoldBackSharingTests {

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private TestPatientDevice device;
  private AccessRequestId approval;
  private Path file;

  @BeforeEach
  void anApprovedShare() {
    var invitation = UUID.randomUUID();
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    device = ward.enrol(patient, invitation);
    ward.know(patient, "Condition", "asthma", doctor.id());
    approval = ward.approve(patient, ward.ask(patient, invitation, doctor), doctor, device);
    file = Path.of("target/keystores", clinic.id() + ".bcfks");
  }

  @Test
  void aShareThatFoundNoKeystoreIsTriedAgainWithSuccessOnceTheFileIsBack() throws IOException {
    var away = file.resolveSibling(clinic.id() + ".away");
    Files.move(file, away);
    assertLocked();

    Files.move(away, file);

    assertThat(share().isComplete()).isTrue();
    assertThat(ward.read(patient, device)).containsExactly("asthma");
  }

  @Test
  void aShareThatFoundADamagedKeystoreIsTriedAgainWithSuccessOnceItIsMended() throws IOException {
    var good = Files.readAllBytes(file);
    var damaged = good.clone();
    damaged[damaged.length / 2] ^= 1;
    Files.write(file, damaged);
    assertLocked();

    Files.write(file, good);

    assertThat(share().isComplete()).isTrue();
    assertThat(ward.read(patient, device)).containsExactly("asthma");
  }

  private void assertLocked() {
    assertThatThrownBy(this::share).isInstanceOf(Incident.class).hasMessage("KEYSTORE_LOCKED");
    assertThat(ward.read(patient, device)).isEmpty();
  }

  private SharingReport share() {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
  }
}
