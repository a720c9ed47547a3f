package care.vestibule.sharing;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shares of the current clinic that were taken back; every call needs a transaction. */
@Repository
public final class ShareRevocations {

  private static final String SELECT =
      """
      select notification_id, patient_id, delegator, actor, reason, rekey, entities, revoked_at,
        settled_at, failed
      from share_revocation where clinic_id = current_clinic()
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  ShareRevocations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The revocation of the share for an approval, if there was one. */
  public Optional<ShareRevocation> of(AccessRequestId notification) {
    return jdbc.sql(SELECT + "and notification_id = :id")
        .param("id", notification.value())
        .query((row, n) -> revocation(row))
        .optional();
  }

  /** Those the agent has not settled, oldest first. */
  List<ShareRevocation> open() {
    return jdbc.sql(SELECT + "and settled_at is null order by revoked_at")
        .query((row, n) -> revocation(row))
        .list();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  void insert(ShareRevocation revocation, List<UUID> entities) {
    jdbc.sql(
            """
            insert into share_revocation (clinic_id, notification_id, patient_id, delegator, actor,
              reason, rekey, entities, revoked_at)
            values (current_clinic(), :id, :patient, :delegator, :actor, :reason, :rekey, :entities,
              :at)
            """)
        .param("id", revocation.notification().value())
        .param("patient", revocation.patient().value())
        .param("delegator", revocation.delegator().value())
        .param("actor", revocation.actor())
        .param("reason", revocation.reason().name())
        .param("rekey", revocation.rekey().name())
        .param("entities", revocation.entities())
        .param("at", OffsetDateTime.ofInstant(revocation.at(), ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into share_revocation_entity (clinic_id, notification_id, entity_id)
            select distinct current_clinic(), :id::uuid, e from unnest(:entities::uuid[]) as e
            """)
        .param("id", revocation.notification().value())
        .param("entities", entities.toArray(UUID[]::new))
        .update();
  }

  /** Takes the next entities out of the list, for good if the transaction commits. */
  // Materialized, or the planner may choose again for every row, and take more than asked for.
  List<UUID> take(AccessRequestId notification, int limit) {
    return jdbc.sql(
            """
            with next as materialized (
              select entity_id from share_revocation_entity
              where clinic_id = current_clinic() and notification_id = :id
              order by entity_id limit :limit for update skip locked)
            delete from share_revocation_entity e using next
            where e.clinic_id = current_clinic() and e.notification_id = :id
              and e.entity_id = next.entity_id
            returning e.entity_id
            """)
        .param("id", notification.value())
        .param("limit", limit)
        .query((row, n) -> row.getObject("entity_id", UUID.class))
        .list();
  }

  void countFailed(AccessRequestId notification) {
    jdbc.sql(
            """
            update share_revocation set failed = failed + 1
            where clinic_id = current_clinic() and notification_id = :id
            """)
        .param("id", notification.value())
        .update();
  }

  /** Notes what keeps it from being settled; says whether that is news. */
  boolean waitsFor(AccessRequestId notification, String code) {
    return jdbc.sql(
                """
                update share_revocation set waits_for = :code
                where clinic_id = current_clinic() and notification_id = :id
                  and settled_at is null and waits_for is distinct from :code
                """)
            .param("code", code)
            .param("id", notification.value())
            .update()
        > 0;
  }

  /** Ends it, unless another agent still has entities of it in hand; says whether it did. */
  boolean settle(AccessRequestId notification) {
    return jdbc.sql(
                """
                update share_revocation r set settled_at = :at, waits_for = null
                where clinic_id = current_clinic() and notification_id = :id
                  and settled_at is null and not exists (
                    select 1 from share_revocation_entity e
                    where e.clinic_id = r.clinic_id and e.notification_id = r.notification_id)
                """)
            .param("at", OffsetDateTime.ofInstant(now(), ZoneOffset.UTC))
            .param("id", notification.value())
            .update()
        > 0;
  }

  private static ShareRevocation revocation(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    return new ShareRevocation(
        new AccessRequestId(row.getObject("notification_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new HcpId(row.getObject("delegator", UUID.class)),
        row.getString("actor"),
        RevocationReason.valueOf(row.getString("reason")),
        Rekey.valueOf(row.getString("rekey")),
        row.getInt("entities"),
        row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(settled).map(OffsetDateTime::toInstant),
        row.getInt("failed"));
  }
}
