package care.vestibule.accessrequest.decision;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequestRow;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.process.Outbox;
import care.vestibule.process.ProcessVariables;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of decisions; never changed once written. */
@Component
public class RecordedDecisions {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final AuditLog audit;

  RecordedDecisions(JdbcClient jdbc, Outbox outbox, AuditLog audit) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** Keeps a decision, and has the engine and the audit log told. */
  void record(
      Decision decision,
      Actor.Doctor doctor,
      ProcessVariables answer,
      String action,
      String detail) {
    insert(doctor.clinic(), decision);
    outbox.completeUserTask(decision.notification().value(), answer);
    audit.record(
        new AuditEvent(
            doctor.reference(), action, "notification:" + decision.notification(), detail));
  }

  public Optional<Decision> find(ClinicId clinic, AccessRequestId notification) {
    return jdbc.sql(
            """
            select notification_id, approved, doctor, fingerprint, key_id, verification, reason,
              message, at
            from decisions where clinic_id = :clinic and notification_id = :notification
            """)
        .param("clinic", clinic.value())
        .param("notification", notification.value())
        .query(RecordedDecisions::decision)
        .optional();
  }

  private void insert(ClinicId clinic, Decision decision) {
    jdbc.sql(
            """
            insert into decisions
              (clinic_id, notification_id, approved, doctor, fingerprint, key_id, verification,
               reason, message, at)
            values (:clinic, :notification, :approved, :doctor, :fingerprint, :key, :verification,
              :reason, :message, :at)
            """)
        .param("clinic", clinic.value())
        .param("notification", decision.notification().value())
        .param("approved", decision.approved())
        .param("doctor", decision.doctor().value())
        .param("fingerprint", decision.fingerprint())
        .param("key", decision.key())
        .param("verification", decision.verification().name())
        .param("reason", decision.reason().map(Enum::name).orElse(null))
        .param("message", decision.message())
        .param("at", timestamp(decision.at()))
        .update();
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        new AccessRequestId(row.getObject("notification_id", UUID.class)),
        row.getBoolean("approved"),
        new HcpId(row.getObject("doctor", UUID.class)),
        row.getString("fingerprint"),
        row.getString("key_id"),
        KeyVerification.valueOf(row.getString("verification")),
        Optional.ofNullable(row.getString("reason")).map(DeclineReason::valueOf),
        row.getString("message"),
        AccessRequestRow.instant(row, "at"));
  }
}
