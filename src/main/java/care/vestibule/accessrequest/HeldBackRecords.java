package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;

/** Tells what doctors keep out of their shares; the room of sharing answers it. */
public interface HeldBackRecords {

  /** Whether the doctor chose records to hold back with an approval of this request. */
  boolean areChosen(AccessRequestId request, HcpId doctor);

  /** Whether doctors hold anything back from the patient now. */
  boolean stand(PatientId patient);
}
