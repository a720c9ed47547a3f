package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of records that are held back; every method needs a transaction around it. */
// A hold stands until it is ended or its last day is over, whether or not the agent has noticed.
@Repository
public class HoldBackTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  HoldBackTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Begins a hold; false if the doctor holds this record back already. */
  boolean insert(AccessRequestId request, PatientId patient, HcpId doctor, HoldBack wish) {
    return jdbc.sql(
                """
                insert into held_back (clinic_id, id, hcp, entity_id, patient_id, notification_id,
                  reason, last_day, held_at)
                values (current_clinic(), gen_random_uuid(), :hcp, :record, :patient, :id,
                  :reason, :day, :now)
                on conflict (clinic_id, hcp, entity_id) where ended_at is null do nothing
                """)
            .param("hcp", doctor.value())
            .param("record", wish.record())
            .param("patient", patient.value())
            .param("id", request.value())
            .param("reason", wish.reason().name())
            .param("day", wish.lastDay())
            .param("now", now())
            .update()
        == 1;
  }

  List<HoldBack> of(PatientId patient, HcpId doctor) {
    return jdbc.sql(
            """
            select entity_id, reason, last_day from held_back
            where clinic_id = current_clinic() and patient_id = :patient and hcp = :hcp
              and ended_at is null and last_day >= :today
            order by last_day, entity_id
            """)
        .param("patient", patient.value())
        .param("hcp", doctor.value())
        .param("today", LocalDate.now(clock))
        .query(
            (row, n) ->
                new HoldBack(
                    row.getObject("entity_id", UUID.class),
                    HoldBackReason.valueOf(row.getString("reason")),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  public Set<UUID> recordsOf(PatientId patient, HcpId doctor) {
    return of(patient, doctor).stream().map(HoldBack::record).collect(Collectors.toSet());
  }

  public List<HoldBackSummary> notes(PatientId patient) {
    return jdbc.sql(
            """
            select hcp, reason, last_day, count(*) as records from held_back
            where clinic_id = current_clinic() and patient_id = :patient
              and ended_at is null and last_day >= :today
            group by hcp, reason, last_day order by last_day, reason
            """)
        .param("patient", patient.value())
        .param("today", LocalDate.now(clock))
        .query(
            (row, n) ->
                new HoldBackSummary(
                    new HcpId(row.getObject("hcp", UUID.class)),
                    row.getInt("records"),
                    HoldBackReason.valueOf(row.getString("reason")),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  /** Ends one early; the agent shares it as soon as it can. False if there was none. */
  boolean release(PatientId patient, HcpId doctor, UUID record, String actor) {
    return jdbc.sql(
                """
                update held_back set ended_at = :now, ended_by = :actor, share_at = :now
                where clinic_id = current_clinic() and patient_id = :patient and hcp = :hcp
                  and entity_id = :record and ended_at is null
                """)
            .param("now", now())
            .param("actor", actor)
            .param("patient", patient.value())
            .param("hcp", doctor.value())
            .param("record", record)
            .update()
        == 1;
  }

  /** Ends those whose last day is over; returns the records. */
  public List<UUID> expire() {
    return jdbc.sql(
            """
            update held_back set ended_at = :now, ended_by = 'agent', share_at = :now
            where clinic_id = current_clinic() and ended_at is null and last_day < :today
            returning entity_id
            """)
        .param("now", now())
        .param("today", LocalDate.now(clock))
        .query((row, n) -> row.getObject("entity_id", UUID.class))
        .list();
  }

  /** Whose ended holds the agent has to look after now. */
  public Set<EndedHolds> toShare() {
    return Set.copyOf(
        jdbc.sql(
                """
                select hcp, patient_id, max(ended_at) as ended_at from held_back
                where clinic_id = current_clinic() and share_at is not null
                group by hcp, patient_id having min(share_at) <= :now
                """)
            .param("now", now())
            .query(
                (row, n) ->
                    new EndedHolds(
                        new HcpId(row.getObject("hcp", UUID.class)),
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
            .list());
  }

  /** There is nothing left to do for these; not for others that ended meanwhile. */
  public void settle(EndedHolds ended) {
    jdbc.sql(
            """
            update held_back set share_at = null, waits_for = null, waits_since = null
            where clinic_id = current_clinic() and hcp = :hcp and patient_id = :patient
              and share_at is not null and ended_at <= :last
            """)
        .param("hcp", ended.doctor().value())
        .param("patient", ended.patient().value())
        .param("last", ended.last().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** They cannot be shared now for a cause with that code; the agent looks after them then. */
  public void tryAgain(EndedHolds ended, String code, Instant at) {
    jdbc.sql(
            """
            update held_back set share_at = :at, waits_for = :code,
              waits_since = coalesce(waits_since, :now)
            where clinic_id = current_clinic() and hcp = :hcp and patient_id = :patient
              and share_at is not null and ended_at <= :last
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("code", code)
        .param("now", now())
        .param("hcp", ended.doctor().value())
        .param("patient", ended.patient().value())
        .param("last", ended.last().atOffset(ZoneOffset.UTC))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /**
   * What one doctor held back from one patient, and does not any more.
   *
   * @param last when the last of it ended
   */
  public record EndedHolds(HcpId doctor, PatientId patient, Instant last) {}
}
