package care.vestibule.notification;

import static care.vestibule.notification.NotificationRow.timestamp;

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
class NotificationHistory {

  private final JdbcClient jdbc;

  NotificationHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(ClinicId clinic, HistoryEntry entry) {
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

  List<HistoryEntry> of(ClinicId clinic, NotificationId notification) {
    return jdbc.sql(
            """
            select notification_id, kind, from_status, to_status, actor, reason, at
            from notification_history
            where clinic_id = :clinic and notification_id = :notification
            order by id
            """)
        .param("clinic", clinic.value())
        .param("notification", notification.value())
        .query(NotificationHistory::entry)
        .list();
  }

  private static HistoryEntry entry(ResultSet row, int number) throws SQLException {
    return new HistoryEntry(
        new NotificationId(row.getObject("notification_id", UUID.class)),
        HistoryEntry.Kind.valueOf(row.getString("kind")),
        NotificationStatus.valueOf(row.getString("from_status")),
        NotificationStatus.valueOf(row.getString("to_status")),
        row.getString("actor"),
        Optional.ofNullable(row.getString("reason")),
        NotificationRow.instant(row, "at"));
  }
}
