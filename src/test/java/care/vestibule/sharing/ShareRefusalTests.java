package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.audit.Alarm;
import care.vestibule.audit.AuditLog;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PublicKeys;
import care.vestibule.process.BusinessFailure;
import care.vestibule.process.Incident;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SharingTest
class ShareRefusalTests {

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;
  @Autowired private SharingReports reports;
  @Autowired private PublicKeys publicKeys;
  @Autowired private AuditLog audit;

  private Clinic clinic;
  private Patient patient;
  private HealthcareProfessional doctor;
  private final UUID invitation = UUID.randomUUID();

  @BeforeEach
  void aPatientOfADoctor() {
    clinic = ward.aClinic();
    doctor = ward.aDoctor(clinic);
    patient = ward.aPatient(clinic);
    ward.know(patient, "Condition", "asthma", doctor.id());
  }

  @Test
  void aShareWithAPatientWhoHasNoKeyFailsLoudlyAndReportsNoSuccess() {
    var device = ward.enrol(patient, invitation);
    var approval = approved(device);
    ward.in(
        patient,
        () -> {
          publicKeys.markLost(device.keys().publicKey().id());
          return device;
        });

    assertThatThrownBy(() -> share(approval))
        .isInstanceOf(Incident.class)
        .hasMessage("PATIENT_KEY_MISSING");

    assertThat(ward.at(clinic, () -> reports.of(approval))).isEmpty();
  }

  @Test
  void aKeyThatWasNotMadeWithTheLinkIsRefusedAndTheAlarmStands() {
    var otherLinks = InvitationKey.of(bytes(32, 7));
    var device = TestPatientDevice.of(patient, invitation, 1, otherLinks);
    ward.in(
        patient,
        () -> {
          publicKeys.register(device.registration());
          return device;
        });
    var approval = approved(device);

    assertKeyRejected(approval);
  }

  @Test
  void aKeySwappedInTheDatabaseAfterTheApprovalIsRefusedAndTheAlarmStands() {
    var device = ward.enrol(patient, invitation);
    var approval = approved(device);
    var attacker = TestPatientDevice.of(patient, invitation, 1, InvitationKey.of(bytes(32, 7)));
    ward.asSuperuser(
        "update public_key set encoded = '\\x%s' where party = '%s'"
            .formatted(
                HexFormat.of().formatHex(attacker.keys().publicKey().encoded()), patient.id()));

    assertKeyRejected(approval);
    assertThat(ward.read(patient, device)).isEmpty();
  }

  @Test
  void aProvenKeyWhoseFingerprintTheDoctorDidNotSeeIsRefusedAndTheAlarmStands() {
    var approval = approved(ward.enrol(patient, invitation));
    ward.enrol(patient, invitation);

    assertKeyRejected(approval);
  }

  @Test
  void aKeyOfAnotherPatientsInvitationProvesNothing() {
    var device = ward.enrol(patient, invitation);
    var approval = approved(device);
    ward.asSuperuser(
        "update public_key set proof_invitation = '%s' where party = '%s'"
            .formatted(UUID.randomUUID(), patient.id()));

    assertKeyRejected(approval);
  }

  @Test
  void aJobWithoutAnApprovalSharesNothing() {
    ward.enrol(patient, invitation);
    var asked = ward.ask(patient, invitation, doctor);

    assertThatThrownBy(() -> share(asked.id()))
        .isInstanceOf(Incident.class)
        .hasMessage("APPROVAL_MISSING");
    assertThat(alarms()).contains(Alarm.SHARE_REFUSED.name());
  }

  @Test
  void anApprovalOfOneDoctorDoesNotShareInTheNameOfAnother() {
    var colleague = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "the colleague's", colleague.id());
    var approval = approved(ward.enrol(patient, invitation));

    assertThatThrownBy(
            () ->
                ward.at(
                    clinic, () -> sharing.shareAllDataOf(patient.id(), colleague.id(), approval)))
        .isInstanceOf(Incident.class)
        .hasMessage("APPROVAL_MISSING");
  }

  @Test
  void anApprovalForOnePatientDoesNotShareAnother() {
    var other = ward.aPatient(clinic);
    ward.know(other, "Condition", "the other's", doctor.id());
    ward.enrol(other, UUID.randomUUID());
    var approval = approved(ward.enrol(patient, invitation));

    assertThatThrownBy(
            () -> ward.at(clinic, () -> sharing.shareAllDataOf(other.id(), doctor.id(), approval)))
        .isInstanceOf(Incident.class)
        .hasMessage("APPROVAL_MISSING");
  }

  private void assertKeyRejected(AccessRequestId approval) {
    assertThatThrownBy(() -> share(approval))
        .isInstanceOf(BusinessFailure.class)
        .hasMessage("KEY_REJECTED");
    assertThat(alarms()).containsExactly(Alarm.KEY_SWAPPED.name());
    assertThat(ward.at(clinic, () -> reports.of(approval))).isEmpty();
  }

  private List<String> alarms() {
    return ward.in(
        patient,
        () -> audit.alarms(clinic.id()).stream().map(entry -> entry.event().action()).toList());
  }

  private AccessRequestId approved(TestPatientDevice device) {
    var asked = ward.ask(patient, invitation, doctor);
    return ward.approve(patient, asked, doctor, device);
  }

  private SharingReport share(AccessRequestId approval) {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
  }

  private static byte[] bytes(int count, int value) {
    var bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
