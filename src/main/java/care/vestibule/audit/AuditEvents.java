package care.vestibule.audit;

import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the log and the newest link of each clinic's chain. */
final class AuditEvents {

  private final JdbcClient jdbc;

  AuditEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest link, locked until the transaction ends; made if there is none. */
  ChainHead takeHead(ClinicId clinic) {
    return lockHead(clinic).orElseGet(() -> beginChain(clinic));
  }

  private ChainHead beginChain(ClinicId clinic) {
    jdbc.sql(
            """
            insert into audit_head (clinic_id, position, hash) values (:clinic, 0, :hash)
            on conflict do nothing
            """)
        .param("clinic", clinic.value())
        .param("hash", ChainHead.NONE.hash())
        .update();
    return lockHead(clinic).orElseThrow();
  }

  private Optional<ChainHead> lockHead(ClinicId clinic) {
    return jdbc.sql("select position, hash from audit_head where clinic_id = :clinic for update")
        .param("clinic", clinic.value())
        .query((row, n) -> new ChainHead(row.getLong("position"), row.getBytes("hash")))
        .optional();
  }

  void append(ClinicId clinic, AuditRow row) {
    jdbc.sql(
            """
            with link as (
              insert into audit_event
                (clinic_id, position, at, actor, action, subject, detail_code, previous_hash, hash)
              values (:clinic, :position, :at, :actor, :action, :subject, :code, :previous, :hash)
              returning clinic_id, position, hash)
            update audit_head set position = link.position, hash = link.hash
            from link where audit_head.clinic_id = link.clinic_id
            """)
        .param("clinic", clinic.value())
        .param("position", row.position())
        .param("at", OffsetDateTime.ofInstant(row.at(), ZoneOffset.UTC))
        .param("actor", row.parts().get(0))
        .param("action", row.parts().get(1))
        .param("subject", row.parts().get(2))
        .param("code", row.parts().get(3))
        .param("previous", row.previousHash())
        .param("hash", row.hash())
        .update();
  }

  List<AuditEntry> withActions(ClinicId clinic, List<String> actions, int limit) {
    return jdbc.sql(
            """
            select position, at, actor, action, subject, detail_code from audit_event
            where clinic_id = :clinic and action in (:actions)
            order by position desc limit :limit
            """)
        .param("clinic", clinic.value())
        .param("actions", actions)
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  List<AuditEntry> about(ClinicId clinic, Collection<String> subjects, int limit) {
    return jdbc.sql(
            """
            select position, at, actor, action, subject, detail_code from audit_event
            where clinic_id = :clinic and subject = any(:subjects)
            order by position desc limit :limit
            """)
        .param("clinic", clinic.value())
        .param("subjects", subjects.toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> entry(row))
        .list();
  }

  void walk(ClinicId clinic, Consumer<AuditRow> step) {
    RowCallbackHandler eachRow = row -> step.accept(row(row));
    jdbc.sql(
            """
            select position, at, actor, action, subject, detail_code, previous_hash, hash
            from audit_event where clinic_id = :clinic order by position
            """)
        .param("clinic", clinic.value())
        .withFetchSize(1000)
        .query(eachRow);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    var parts = parts(row);
    return new AuditEntry(
        row.getLong("position"),
        at(row),
        new AuditEvent(parts.get(0), parts.get(1), parts.get(2), parts.get(3)));
  }

  private static AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getLong("position"),
        at(row),
        parts(row),
        row.getBytes("previous_hash"),
        row.getBytes("hash"));
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static List<String> parts(ResultSet row) throws SQLException {
    return List.of(
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail_code"));
  }

  /** The newest link of a chain; position 0 and 32 zero bytes before the first event. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
  record ChainHead(long position, byte[] hash) {

    static final ChainHead NONE = new ChainHead(0, new byte[32]);
  }
}
