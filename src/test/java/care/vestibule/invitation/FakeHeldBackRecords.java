package care.vestibule.invitation;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HeldBackRecords;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** From whom something is held back, as a test says. */
public final class FakeHeldBackRecords implements HeldBackRecords {

  private final Set<PatientId> patients = ConcurrentHashMap.newKeySet();

  /** From now on something is held back from the patient. */
  public void holdBackFrom(PatientId patient) {
    patients.add(patient);
  }

  @Override
  public boolean areChosen(AccessRequestId request, HcpId doctor) {
    return false;
  }

  @Override
  public boolean stand(PatientId patient) {
    return patients.contains(patient);
  }
}
