package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what doctors chose to hold back; every method needs a transaction around it. */
@Repository
public class PlannedHoldBackTable {

  private final JdbcClient jdbc;
  private final Clock clock;

  PlannedHoldBackTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Adds a choice; one of the same record is replaced. */
  void put(AccessRequestId request, HcpId doctor, HoldBack wish) {
    jdbc.sql(
            """
            insert into held_back_choice
              (clinic_id, notification_id, hcp, entity_id, reason, last_day, chosen_at)
            values (current_clinic(), :id, :hcp, :record, :reason, :day, :now)
            on conflict (clinic_id, notification_id, hcp, entity_id)
            do update set reason = :reason, last_day = :day, chosen_at = :now
            """)
        .param("id", request.value())
        .param("hcp", doctor.value())
        .param("record", wish.record())
        .param("reason", wish.reason().name())
        .param("day", wish.lastDay())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<HoldBack> of(AccessRequestId request, HcpId doctor) {
    return jdbc.sql(
            """
            select entity_id, reason, last_day from held_back_choice
            where clinic_id = current_clinic() and notification_id = :id and hcp = :hcp
            order by last_day, entity_id
            """)
        .param("id", request.value())
        .param("hcp", doctor.value())
        .query(
            (row, n) ->
                new HoldBack(
                    row.getObject("entity_id", UUID.class),
                    HoldBackReason.valueOf(row.getString("reason")),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  /** The requests something is chosen for. */
  public List<AccessRequestId> requests() {
    return jdbc.sql(
            """
            select distinct notification_id from held_back_choice
            where clinic_id = current_clinic() order by notification_id
            """)
        .query((row, n) -> new AccessRequestId(row.getObject("notification_id", UUID.class)))
        .list();
  }

  /** Forgets what anybody chose for a request. */
  public void forget(AccessRequestId request) {
    jdbc.sql(
            """
            delete from held_back_choice
            where clinic_id = current_clinic() and notification_id = :id
            """)
        .param("id", request.value())
        .update();
  }

  void remove(AccessRequestId request, HcpId doctor, UUID record) {
    jdbc.sql(
            """
            delete from held_back_choice
            where clinic_id = current_clinic() and notification_id = :id and hcp = :hcp
              and entity_id = :record
            """)
        .param("id", request.value())
        .param("hcp", doctor.value())
        .param("record", record)
        .update();
  }

  void removeAll(AccessRequestId request, HcpId doctor) {
    jdbc.sql(
            """
            delete from held_back_choice
            where clinic_id = current_clinic() and notification_id = :id and hcp = :hcp
            """)
        .param("id", request.value())
        .param("hcp", doctor.value())
        .update();
  }
}
