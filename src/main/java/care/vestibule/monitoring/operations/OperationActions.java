package care.vestibule.monitoring.operations;

import care.vestibule.monitoring.Times;
import care.vestibule.tenancy.CurrentClinic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of table {@code operation_action}. */
@Repository
@Transactional
public class OperationActions {

  private static final String COLUMNS =
      """
      select id, kind, instance_key, invitation_id, reason, words, hcp, until, actor, at, told_at
      from operation_action where clinic_id = :clinic
      """;

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  OperationActions(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  UUID add(
      OperationOrder order, long instance, UUID invitation, Optional<Instant> until, String actor) {
    var id = UUID.randomUUID();
    of("""
            insert into operation_action (clinic_id, id, kind, instance_key, invitation_id, reason,
              words, notification_id, hcp, until, actor, told_at)
            values (:clinic, :id, :kind, :instance, :invitation, :reason, :words, :notification,
              :hcp, :until, :actor, case when :engine then null else now() end)
            """)
        .param("id", id)
        .param("kind", order.kind().name())
        .param("instance", instance)
        .param("invitation", invitation)
        .param("reason", order.reason().name())
        .param("words", order.words())
        .param("notification", order.notification().orElse(null))
        .param("hcp", order.colleague().orElse(null))
        .param("until", until.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
        .param("actor", actor)
        .param("engine", order.kind().concernsEngine())
        .update();
    return id;
  }

  void markTold(UUID id) {
    of("update operation_action set told_at = now() where clinic_id = :clinic and id = :id")
        .param("id", id)
        .update();
  }

  Optional<OperationAction> find(UUID id) {
    return of(COLUMNS + " and id = :id").param("id", id).query(OperationActions::read).optional();
  }

  /** About one process, the newest first. */
  List<OperationAction> of(long instance) {
    return of(COLUMNS + " and instance_key = :instance order by at desc, id")
        .param("instance", instance)
        .query(OperationActions::read)
        .list();
  }

  public Set<UUID> invitationsWithMoreTime() {
    return new HashSet<>(
        of("""
                select invitation_id from operation_action
                where clinic_id = :clinic and kind = 'MORE_TIME'
                """)
            .query((row, number) -> row.getObject("invitation_id", UUID.class))
            .list());
  }

  private StatementSpec of(String sql) {
    return jdbc.sql(sql).param("clinic", clinic.get().value());
  }

  private static OperationAction read(ResultSet row, int number) throws SQLException {
    return new OperationAction(
        row.getObject("id", UUID.class),
        OperationKind.valueOf(row.getString("kind")),
        row.getLong("instance_key"),
        row.getObject("invitation_id", UUID.class),
        OperationReason.valueOf(row.getString("reason")),
        row.getString("words"),
        Optional.ofNullable(row.getObject("hcp", UUID.class)),
        Times.find(row, "until"),
        row.getString("actor"),
        Times.at(row, "at"),
        Times.find(row, "told_at"));
  }
}
