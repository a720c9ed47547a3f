package care.vestibule.accessrequest.history;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestRow;
import care.vestibule.accessrequest.AccessRequestStatus;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to notifications; only ever added to. */
@Component
public class AccessRequestHistory {

  private final JdbcClient jdbc;

  AccessRequestHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(ClinicId clinic, HistoryEntry entry) {
    jdbc.sql(
            """
            insert into notification_history
              (clinic_id, notification_id, kind, from_status, to_status, actor, reason, at)
            values (:clinic, :notification, :kind, :from, :to, :actor, :reason, :at)
            """)
        .param("clinic", clinic.value())
        .param("notification", entry.notification().value())
        .param("kind", entry.kind().name())
        .param("from", entry.from().name())
        .param("to", entry.to().name())
        .param("actor", entry.actor())
        .param("reason", entry.reason().orElse(null))
        .param("at", timestamp(entry.at()))
        .update();
  }

  public List<HistoryEntry> of(ClinicId clinic, AccessRequestId notification) {
    return jdbc.sql(
            """
            select notification_id, kind, from_status, to_status, actor, reason, at
            from notification_history
            where clinic_id = :clinic and notification_id = :notification
            order by id
            """)
        .param("clinic", clinic.value())
        .param("notification", notification.value())
        .query(AccessRequestHistory::entry)
        .list();
  }

  private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
    return new HistoryEntry(
        new AccessRequestId(row.getObject("notification_id", UUID.class)),
        HistoryEntry.Kind.valueOf(row.getString("kind")),
        AccessRequestStatus.valueOf(row.getString("from_status")),
        AccessRequestStatus.valueOf(row.getString("to_status")),
        row.getString("actor"),
        Optional.ofNullable(row.getString("reason")),
        AccessRequestRow.instant(row, "at"));
  }
}
