package care.vestibule.myrecord;

import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.Address;
import care.vestibule.directory.AdministrativeChange;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.identity.SecondDevice;
import care.vestibule.sharing.HcpShareProgress;
import care.vestibule.sharing.SharingProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A patient's own clear data, and who was asked to share the rest. */
@Component
@Transactional
public class MyData {

  private final Patients patients;
  private final SharingProgress progress;
  private final SecondDevice devices;
  private final AuditLog audit;

  MyData(Patients patients, SharingProgress progress, SecondDevice devices, AuditLog audit) {
    this.patients = patients;
    this.progress = progress;
    this.devices = devices;
    this.audit = audit;
  }

  /** What the patient sees before anything is decrypted. */
  public MyOverview overviewOf(Actor.PatientUser user) {
    var patient = patients.find(user.patient()).orElseThrow(Problem::notFound);
    return new MyOverview(patient, progress.of(user.patient()), devices.addedTo(user));
  }

  /**
   * Changes what a patient may change: language and postal address.
   *
   * <p>Contacts stay as they are: whoever sits at a patient's unlocked screen must not be able to
   * have the next message sent elsewhere.
   *
   * @throws care.vestibule.directory.VersionConflict if the data changed meanwhile
   */
  public void change(
      Actor.PatientUser user, int version, String language, Optional<Address> address) {
    var patient = patients.find(user.patient()).orElseThrow(Problem::notFound);
    patients.changeAdministrative(
        patient.id(), version, new AdministrativeChange(language, patient.contacts(), address));
    audit.record(
        new AuditEvent(
            user.reference(), "ADMINISTRATIVE_CHANGED", "patient:" + patient.id(), "BY_PATIENT"));
  }

  /**
   * What a patient sees before anything is decrypted.
   *
   * @param patient the patient's own clear administrative data
   * @param doctors who was asked and how far each has come
   * @param devicesAdded when further devices were given the patient's keys, the newest first
   */
  public record MyOverview(
      Patient patient, List<HcpShareProgress> doctors, List<Instant> devicesAdded) {

    /** How many doctors have shared. */
    public long shared() {
      return doctors.stream().filter(part -> part.state() == HcpShareProgress.State.SHARED).count();
    }
  }
}
