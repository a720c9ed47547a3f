package care.vestibule.accessrequest.hold;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From whom something is held back, as a test says. */
public final class FakeHoldBackTable extends HoldBackTable {

  private final Set<PatientId> patients = ConcurrentHashMap.newKeySet();

  /** Rows in the given database, which has none of those a test invents. */
  public FakeHoldBackTable(JdbcClient jdbc, Clock clock) {
    super(jdbc, clock);
  }

  /** From now on something is held back from the patient. */
  public void holdBackFrom(PatientId patient) {
    patients.add(patient);
  }

  @Override
  public List<HoldBackSummary> notes(PatientId patient) {
    return patients.contains(patient)
        ? List.of(
            new HoldBackSummary(
                new HcpId(UUID.randomUUID()), 1, HoldBackReason.BEING_CORRECTED, LocalDate.MAX))
        : List.of();
  }
}
