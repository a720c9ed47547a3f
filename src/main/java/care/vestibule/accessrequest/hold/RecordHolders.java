package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.DataHolders;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.Records;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers the notifications' question from the records. */
@Component
final class RecordHolders implements DataHolders {

  private final Records records;

  RecordHolders(Records records) {
    this.records = records;
  }

  @Override
  public Set<HcpId> holdersOf(PatientId patient) {
    return records.holdersOf(patient);
  }
}
