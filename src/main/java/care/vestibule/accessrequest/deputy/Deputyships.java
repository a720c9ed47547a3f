package care.vestibule.accessrequest.deputy;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.accessrequest.DatabaseTime;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.tenancy.CurrentClinic;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands in for whom, arranged by the doctor who is away or by the clinic in their name. */
@Component
@Transactional
public class Deputyships {

  private static final int LONGEST_DAYS = 366;

  private final DeputyshipTable table;
  private final HealthcareProfessionals professionals;
  private final AuditLog audit;
  private final CurrentClinic clinic;
  private final Clock clock;

  Deputyships(
      DeputyshipTable table,
      HealthcareProfessionals professionals,
      AuditLog audit,
      CurrentClinic clinic,
      Clock clock) {
    this.table = table;
    this.professionals = professionals;
    this.audit = audit;
    this.clinic = clinic;
    this.clock = clock;
  }

  /**
   * Arranges a deputy for the doctor.
   *
   * @throws Problem 400 {@code no-colleague} if the deputy is not of the doctor's group, {@code
   *     no-such-days} if the days are over, the wrong way round or more than a year
   */
  public Deputyship arrange(Actor.Doctor doctor, HcpId deputy, LocalDate from, LocalDate until) {
    if (until.isBefore(from)
        || until.isBefore(LocalDate.now(clock))
        || until.isAfter(from.plusDays(LONGEST_DAYS))) {
      throw new Problem(Problem.Kind.INVALID, "no-such-days");
    }
    if (!groupOf(doctor.hcp()).contains(deputy)) {
      throw new Problem(Problem.Kind.INVALID, "no-colleague");
    }
    var id = UUID.randomUUID();
    table.insert(clinic.get(), id, doctor.hcp(), deputy, from, until, doctor.reference());
    audit.record(
        new AuditEvent(
            doctor.reference(), "DEPUTY_SET", "hcp:" + doctor.hcp(), deputy + ":" + until));
    return table.find(clinic.get(), id).orElseThrow();
  }

  /**
   * Ends one of the doctor's deputyships now; ending it twice is ending it once.
   *
   * @throws Problem 404 if the doctor has none of this id
   */
  public void end(Actor.Doctor doctor, UUID id) {
    if (table.find(clinic.get(), id).map(Deputyship::hcp).filter(doctor.hcp()::equals).isEmpty()) {
      throw Problem.notFound();
    }
    table.end(clinic.get(), id, timestamp(DatabaseTime.now(clock)));
    audit.record(
        new AuditEvent(doctor.reference(), "DEPUTY_ENDED", "hcp:" + doctor.hcp(), id.toString()));
  }

  /** Those the doctor arranged that are not over, the next first. */
  @Transactional(readOnly = true)
  public List<Deputyship> of(HcpId hcp) {
    return table.current(clinic.get(), hcp, LocalDate.now(clock));
  }

  /** For whom this doctor stands in today. */
  @Transactional(readOnly = true)
  public Set<HcpId> standingInFor(HcpId deputy) {
    return table.absent(clinic.get(), deputy, LocalDate.now(clock));
  }

  /** Who could stand in for the doctor: the others of the same deputy group, by name. */
  @Transactional(readOnly = true)
  public List<HealthcareProfessional> colleaguesOf(HcpId hcp) {
    var group = groupOf(hcp);
    return professionals.all().stream().filter(other -> group.contains(other.id())).toList();
  }

  /** The same without their names. */
  @Transactional(readOnly = true)
  public Set<HcpId> groupOf(HcpId hcp) {
    return professionals.othersInGroupOf(hcp);
  }
}
