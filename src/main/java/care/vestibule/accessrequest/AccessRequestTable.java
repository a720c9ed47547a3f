package care.vestibule.accessrequest;

import static care.vestibule.accessrequest.AccessRequestRow.timestamp;

import care.vestibule.directory.HcpId;
import care.vestibule.tenancy.ClinicId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of notifications: the only place that writes them. */
@Component
public class AccessRequestTable {

  private final JdbcClient jdbc;

  AccessRequestTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a pending notification; false if the same question was asked already. */
  boolean insert(AccessRequestId id, NewAccessRequest asked, Instant now) {
    return jdbc.sql(
                """
                insert into notifications
                  (clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
                   problem, created, modified, due_at)
                values (:clinic, :id, :type, 'PENDING', :author, :responsible, :hcp, :invitation,
                   :key, :problem, :now, :now, :due)
                on conflict (clinic_id, invitation, hcp, key_id) do nothing
                """)
            .param("clinic", asked.clinic().value())
            .param("id", id.value())
            .param("type", asked.type().name())
            .param("author", asked.author())
            .param("responsible", asked.responsible().value())
            .param("hcp", asked.hcp().value())
            .param("invitation", asked.invitation())
            .param("key", asked.key())
            .param("problem", asked.problem().map(Enum::name).orElse(null))
            .param("now", timestamp(now))
            .param("due", timestamp(now.plus(asked.dueIn())))
            .update()
        == 1;
  }

  /** Locks the row until the end of the transaction, so that two answers come one after another. */
  public Optional<AccessRequest> lock(ClinicId clinic, AccessRequestId id) {
    return jdbc.sql(
            """
            select clinic_id, id, type, status, author, responsible, hcp, invitation, key_id,
              handler, open_to_deputies, reason, problem, created, modified
            from notifications where clinic_id = :clinic and id = :id for update
            """)
        .param("clinic", clinic.value())
        .param("id", id.value())
        .query(new AccessRequestRow())
        .optional();
  }

  /** Writes what may change of an access request, and its lease, in one statement. */
  public void save(AccessRequest changed, LeaseChange lease) {
    jdbc.sql(
            """
            update notifications
            set status = :status, handler = :handler, open_to_deputies = :deputies,
              reason = :reason, problem = :problem, modified = :modified,
              handled_since = case
                when :lease = 'ENDED' then null
                when :lease in ('BEGUN', 'APPROVED') then coalesce(handled_since, :modified)
                else handled_since end,
              lease_until = case when :lease = 'KEPT' then lease_until
                else cast(:until as timestamptz) end,
              answered_at = case when :lease in ('APPROVED', 'DECLINED') then :modified
                else answered_at end
            where clinic_id = :clinic and id = :id
            """)
        .param("status", changed.status().name())
        .param("handler", changed.handler().map(HcpId::value).orElse(null))
        .param("deputies", changed.openToDeputies())
        .param("reason", changed.reason().map(Enum::name).orElse(null))
        .param("problem", changed.problem().map(Enum::name).orElse(null))
        .param("modified", timestamp(changed.modified()))
        .param("lease", lease.kind().name())
        .param("until", lease.until().map(AccessRequestRow::timestamp).orElse(null))
        .param("clinic", changed.clinic().value())
        .param("id", changed.id().value())
        .update();
  }
}
