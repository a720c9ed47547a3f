package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.NotifyHcps;
import care.vestibule.accessrequest.decision.ApproveAccess;
import care.vestibule.accessrequest.decision.KeyVerification;
import care.vestibule.crypto.InvitationKey;
import care.vestibule.custody.HcpKeyGeneration;
import care.vestibule.directory.Clinic;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Users;
import care.vestibule.records.ClearEntity;
import care.vestibule.records.Intake;
import care.vestibule.records.Records;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A clinic with doctors, patients and what is known about them, as tests need it. */
public final class SharingFixture {

  private final Fixtures fixtures = new Fixtures(TestDatabase.get());
  private final CurrentClinic current;
  private final HcpKeyGeneration hcpKeys;
  private final Intake intake;
  private final Users users;
  private final NotifyHcps enquiry;
  private final AccessRequests notifications;
  private final ApproveAccess approving;
  private final PublicKeys publicKeys;
  private final Records records;
  private final InvitationKey invitationKey;

  SharingFixture(
      CurrentClinic current,
      HcpKeyGeneration hcpKeys,
      Intake intake,
      Users users,
      NotifyHcps enquiry,
      AccessRequests notifications,
      ApproveAccess approving,
      PublicKeys publicKeys,
      Records records,
      InvitationKey invitationKey) {
    this.current = current;
    this.hcpKeys = hcpKeys;
    this.intake = intake;
    this.users = users;
    this.enquiry = enquiry;
    this.notifications = notifications;
    this.approving = approving;
    this.publicKeys = publicKeys;
    this.records = records;
    this.invitationKey = invitationKey;
  }

  /** A clinic nobody works at yet. */
  public Clinic aClinic() {
    return fixtures.aClinic();
  }

  /** A doctor with a key. */
  public HealthcareProfessional aDoctor(Clinic clinic) {
    var doctor = fixtures.anHcp(clinic.id());
    hcpKeys.makeMissing(clinic.id());
    return doctor;
  }

  /** A doctor without a key. */
  public HealthcareProfessional aDoctorWithoutKey(Clinic clinic) {
    return fixtures.anHcp(clinic.id());
  }

  /** A patient with an account, but without a key. */
  public Patient aPatient(Clinic clinic) {
    var patient = fixtures.aPatient(clinic.id()).stored();
    at(clinic, () -> users.createInvited(patient.id()));
    return patient;
  }

  /** Something the doctors know; those without a key come too late for it. */
  public UUID know(Patient patient, String fhirType, String content, HcpId... doctors) {
    var entity = UUID.randomUUID();
    var bytes = content.getBytes(StandardCharsets.UTF_8);
    in(
        patient,
        () -> {
          try (var batch = intake.open(patient.clinic())) {
            return batch.take(
                new ClearEntity(
                    entity,
                    patient.id(),
                    fhirType,
                    bytes,
                    bytes,
                    Optional.empty(),
                    Set.of(doctors)));
          }
        });
    return entity;
  }

  /** The patient opens the link of an invitation and makes a key. */
  public TestPatientDevice enrol(Patient patient, UUID invitation) {
    var device = TestPatientDevice.of(patient, invitation, 1, invitationKey);
    in(
        patient,
        () -> {
          publicKeys.register(device.registration());
          return device;
        });
    return device;
  }

  /** Every doctor who holds something is asked, as the process does it; one of them is returned. */
  public AccessRequest ask(Patient patient, UUID invitation, HealthcareProfessional doctor) {
    current.during(
        patient.clinic(), () -> enquiry.askHolders(patient.ref(), invitation, Duration.ofDays(3)));
    return asked(patient, doctor);
  }

  /** The newest question to a doctor. */
  public AccessRequest asked(Patient patient, HealthcareProfessional doctor) {
    return current.during(
        patient.clinic(),
        () ->
            notifications.ofPatient(patient.id()).stream()
                .filter(one -> one.hcp().equals(doctor.id()))
                .reduce((older, newer) -> newer)
                .orElseThrow());
  }

  /** The doctor compares the fingerprint with the one on the patient's device, and approves. */
  public AccessRequestId approve(
      Patient patient,
      AccessRequest asked,
      HealthcareProfessional doctor,
      TestPatientDevice device) {
    return current.during(
        patient.clinic(),
        () ->
            approving
                .approve(
                    asked.id(),
                    actor(doctor),
                    device.fingerprint(),
                    KeyVerification.LINK_BOUND,
                    List.of())
                .notification());
  }

  /** The doctor as one who asks. */
  public Actor.Doctor actor(HealthcareProfessional doctor) {
    return new Actor.Doctor(doctor.clinic(), doctor.id());
  }

  /** What the patient's device can read, each as text. */
  public Set<String> read(Patient patient, TestPatientDevice device) {
    return in(
        patient,
        () ->
            device.open(
                records.readable(patient.id(), patient.id().value(), Optional.empty(), 2000)));
  }

  /** Does something for the clinic. */
  public <T> T at(Clinic clinic, Supplier<T> work) {
    return current.during(clinic.id(), work);
  }

  /** Does something in one transaction for the clinic of a patient. */
  public <T> T in(Patient patient, Supplier<T> work) {
    // Through the current clinic of the application: the fixtures have another one of their own.
    return current.during(patient.clinic(), () -> fixtures.in(patient.clinic(), work));
  }

  /** What an attacker with all rights on the database does. */
  public void asSuperuser(String statement) {
    try (var connection = TestDatabase.get().superuser();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
