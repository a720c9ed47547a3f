package care.vestibule.accessrequest;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.util.Set;

/** Tells who holds data of a patient; the room of the records answers it. */
public interface DataHolders {

  /** The professionals with at least one delegation for data of the patient. */
  Set<HcpId> holdersOf(PatientId patient);
}
