package care.vestibule.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.records.Records;
import care.vestibule.sharing.HcpShareProgress.State;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SharingTest
class SharingTests {

  @Autowired private SharingFixture ward;
  @Autowired private Sharing sharing;
  @Autowired private SharingReports reports;
  @Autowired private SharingProgress progress;
  @Autowired private SharePreviews previews;
  @Autowired private Records records;

  private Clinic clinic;
  private Patient patient;
  private final UUID invitation = UUID.randomUUID();

  @BeforeEach
  void aPatient() {
    clinic = ward.aClinic();
    patient = ward.aPatient(clinic);
  }

  @Test
  void whatTheDoctorHoldsIsReadableByThePatientOnlyAfterTheShareAndTheReportCountsIt() {
    var doctor = ward.aDoctor(clinic);
    ward.know(patient, "Patient", "the note", doctor.id());
    ward.know(patient, "Condition", "asthma", doctor.id());
    ward.know(patient, "Condition", "hay fever", doctor.id());
    ward.know(patient, "Observation", "peak flow", doctor.id());
    ward.know(patient, "Procedure", "spirometry", doctor.id());
    var device = ward.enrol(patient, invitation);
    var asked = ward.ask(patient, invitation, doctor);
    var preview = ward.at(clinic, () -> previews.of(asked, doctor.id()));
    ward.approve(patient, asked, doctor, device);
    assertThat(ward.read(patient, device)).isEmpty();

    var report = share(doctor, asked.id());

    assertThat(report).isEqualTo(report(1, 2, 2));
    assertThat(ward.at(clinic, () -> reports.of(asked.id()))).contains(report);
    assertThat(ward.read(patient, device))
        .containsExactlyInAnyOrder("the note", "asthma", "hay fever", "peak flow", "spirometry");
    assertThat(preview.dataSamples()).isEqualTo(2);
    assertThat(preview.healthcareElements()).isEqualTo(2);
    assertThat(preview.patientRecords()).isEqualTo(1);
    assertThat(preview.readAlready()).isZero();
  }

  @Test
  void sharingTwiceModifiesNothingTheSecondTimeAndSaysSo() {
    var doctor = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "asthma", doctor.id());
    var device = ward.enrol(patient, invitation);
    var approval = approved(doctor, device);
    share(doctor, approval);

    var second = share(doctor, approval);

    assertThat(second).isEqualTo(report(0, 0, 0));
    assertThat(second.isComplete()).isTrue();
    assertThat(ward.read(patient, device)).containsExactly("asthma");
  }

  @Test
  void twoDoctorsWhoHoldOverlappingDataAddUpToTheDistinctEntities() {
    var first = ward.aDoctor(clinic);
    var second = ward.aDoctor(clinic);
    ward.know(patient, "Observation", "known to both", first.id(), second.id());
    ward.know(patient, "Observation", "known to the first", first.id());
    ward.know(patient, "Condition", "known to the second", second.id());
    var device = ward.enrol(patient, invitation);

    var one = share(first, approved(first, device));
    var between = ward.at(clinic, () -> progress.of(patient.id()));
    var readBetween = ward.read(patient, device);
    var other = share(second, approved(second, device));

    assertThat(one).isEqualTo(report(0, 0, 2));
    assertThat(other).isEqualTo(report(0, 1, 0));
    assertThat(between)
        .extracting(HcpShareProgress::doctor, HcpShareProgress::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(first.id(), State.SHARING),
            org.assertj.core.groups.Tuple.tuple(second.id(), State.WAITING));
    assertThat(readBetween).containsExactlyInAnyOrder("known to both", "known to the first");
    assertThat(ward.read(patient, device)).hasSize(3);
  }

  @Test
  void aDoctorSharesOnlyWhatThatDoctorHolds() {
    var doctor = ward.aDoctor(clinic);
    var colleague = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "the doctor's", doctor.id());
    ward.know(patient, "Condition", "the colleague's", colleague.id());
    var device = ward.enrol(patient, invitation);

    share(doctor, approved(doctor, device));

    assertThat(ward.read(patient, device)).containsExactly("the doctor's");
  }

  @Test
  void aNewKeyReadsEverythingAgainAfterANewApprovalAndTheLostOneNothing() {
    var doctor = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "asthma", doctor.id());
    var lost = ward.enrol(patient, invitation);
    share(doctor, approved(doctor, lost));
    var device = ward.enrol(patient, invitation);

    var report = share(doctor, approved(doctor, device));

    assertThat(report).isEqualTo(report(0, 1, 0));
    assertThat(ward.read(patient, device)).containsExactly("asthma");
  }

  @Test
  void aPatientOfWhomTheDoctorHoldsNothingNewGetsAnExchangeOnlyOnce() {
    var doctor = ward.aDoctor(clinic);
    ward.know(patient, "Condition", "asthma", doctor.id());
    var device = ward.enrol(patient, invitation);
    var approval = approved(doctor, device);

    share(doctor, approval);
    var exchange = exchange(doctor);
    ward.know(patient, "Condition", "eczema", doctor.id());
    share(doctor, approval);

    assertThat(exchange(doctor)).isEqualTo(exchange).isPresent();
    assertThat(ward.read(patient, device)).containsExactlyInAnyOrder("asthma", "eczema");
  }

  private Optional<UUID> exchange(HealthcareProfessional doctor) {
    return ward.in(
        patient,
        () ->
            records
                .exchangeBetween(doctor.id().value(), patient.id().value())
                .map(exchange -> exchange.id()));
  }

  private AccessRequestId approved(HealthcareProfessional doctor, TestPatientDevice device) {
    var asked = ward.ask(patient, invitation, doctor);
    return ward.approve(patient, asked, doctor, device);
  }

  private SharingReport share(HealthcareProfessional doctor, AccessRequestId approval) {
    return ward.at(clinic, () -> sharing.shareAllDataOf(patient.id(), doctor.id(), approval));
  }

  private SharingReport report(int patientRecords, int elements, int samples) {
    return new SharingReport(
        patient.id(), success(samples), success(elements), success(patientRecords));
  }

  private static SharingReport.Part success(int modified) {
    return new SharingReport.Part(true, Optional.empty(), modified, 0);
  }
}
