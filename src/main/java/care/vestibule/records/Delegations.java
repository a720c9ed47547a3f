package care.vestibule.records;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of table {@code delegation}. */
final class Delegations {

  private final JdbcClient jdbc;
  private final DelegationRows rows = new DelegationRows();

  Delegations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Professionals who can read the present content of anything of the patient. */
  Set<HcpId> holdersOf(PatientId patient) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct d.delegate from entity e join delegation d
                  on d.clinic_id = e.clinic_id and d.entity_id = e.entity_id
                  and d.content_key_id = e.content_key_id and d.delegate <> e.patient_id
                where e.clinic_id = current_clinic() and e.patient_id = :patient
                """)
            .param("patient", patient.value())
            .query((row, n) -> new HcpId(row.getObject("delegate", UUID.class)))
            .list());
  }

  /** Professionals who can read the present content of one entity. */
  Set<HcpId> holdersOf(UUID entity) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct d.delegate from entity e join delegation d
                  on d.clinic_id = e.clinic_id and d.entity_id = e.entity_id
                  and d.content_key_id = e.content_key_id and d.delegate <> e.patient_id
                where e.clinic_id = current_clinic() and e.entity_id = :entity
                """)
            .param("entity", entity)
            .query((row, n) -> new HcpId(row.getObject("delegate", UUID.class)))
            .list());
  }

  /** The holder's delegations for present contents the party cannot read, by entity. */
  // Lateral and limited, so that the planner walks the patient's entities in order and stops:
  // joined
  // freely it sorts or hashes the whole rest of a large record for every chunk.
  List<Delegation> heldButNotShared(
      PatientId patient, UUID holder, UUID party, UUID after, int limit) {
    return jdbc.sql(
            "select "
                + DelegationRows.COLUMNS
                + """
                from entity e
                cross join lateral (
                  select entity_id, content_key_id, exchange_id, delegator, delegate, permission,
                    wrapped
                  from delegation where clinic_id = e.clinic_id and entity_id = e.entity_id
                    and delegate = :holder and content_key_id = e.content_key_id
                  order by created_at limit 1) d
                left join lateral (
                  select true as given
                  from delegation where clinic_id = e.clinic_id and entity_id = e.entity_id
                    and delegate = :party and content_key_id = e.content_key_id
                  limit 1) s on true
                where e.clinic_id = current_clinic() and e.patient_id = :patient
                  and e.entity_id > :after and s.given is null
                order by e.entity_id limit :limit
                """)
        .param("holder", holder)
        .param("patient", patient.value())
        .param("after", after)
        .param("party", party)
        .param("limit", limit)
        .query(rows)
        .list();
  }

  /**
   * Adds rows, but none for a content its delegate can read already.
   *
   * <p>One statement with one array per column: a hundred thousand rows are a matter of seconds.
   */
  int insert(List<Delegation> given, Instant at) {
    return jdbc.sql(
            """
            insert into delegation (clinic_id, entity_id, delegate, exchange_id, delegator,
              content_key_id, permission, wrapped, created_at)
            select current_clinic(), n.entity, n.delegate, n.exchange, n.delegator, n.key,
              n.permission, n.wrapped, :at
            from unnest(:entities::uuid[], :delegates::uuid[], :exchanges::uuid[],
                :delegators::uuid[], :keys::bytea[], :permissions::text[], :wraps::bytea[])
              as n(entity, delegate, exchange, delegator, key, permission, wrapped)
            where not exists (select 1 from delegation d
              where d.clinic_id = current_clinic() and d.entity_id = n.entity
                and d.delegate = n.delegate and d.content_key_id = n.key)
            on conflict do nothing
            """)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("entities", column(given, Delegation::entity).toArray(UUID[]::new))
        .param("delegates", column(given, Delegation::delegate).toArray(UUID[]::new))
        .param("exchanges", column(given, Delegation::exchange).toArray(UUID[]::new))
        .param("delegators", column(given, Delegation::delegator).toArray(UUID[]::new))
        .param("keys", column(given, d -> d.contentKey().value()).toArray(byte[][]::new))
        .param("permissions", column(given, d -> d.permission().name()).toArray(String[]::new))
        .param("wraps", column(given, Delegation::wrapped).toArray(byte[][]::new))
        .update();
  }

  /** Lets one transaction at a time give rights to this party. */
  void lock(UUID delegate) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('delegate:' || :delegate, 0))")
        .param("delegate", delegate.toString())
        .query(row -> {});
  }

  /** Removes what a version that was replaced left behind. */
  void deleteOf(UUID entity) {
    jdbc.sql("delete from delegation where clinic_id = current_clinic() and entity_id = :entity")
        .param("entity", entity)
        .update();
  }

  /** Takes all rights of a party to a patient's record. */
  int deleteOf(PatientId patient, UUID delegate) {
    return jdbc.sql(
            """
            delete from delegation d using entity e
            where d.clinic_id = current_clinic() and d.delegate = :delegate
              and e.clinic_id = d.clinic_id and e.entity_id = d.entity_id
              and e.patient_id = :patient
            """)
        .param("delegate", delegate)
        .param("patient", patient.value())
        .update();
  }

  /** Takes what one party gave another of a patient's record; returns the entities. */
  List<UUID> deleteGiven(PatientId patient, UUID delegator, UUID delegate) {
    return jdbc.sql(
            """
            delete from delegation d using entity e
            where d.clinic_id = current_clinic() and d.delegate = :delegate
              and d.delegator = :delegator
              and e.clinic_id = d.clinic_id and e.entity_id = d.entity_id
              and e.patient_id = :patient
            returning d.entity_id
            """)
        .param("delegate", delegate)
        .param("delegator", delegator)
        .param("patient", patient.value())
        .query((row, n) -> row.getObject("entity_id", UUID.class))
        .list();
  }

  /** What professionals hold of an entity's present content. */
  List<Delegation> heldOf(UUID entity) {
    return jdbc.sql(
            "select "
                + DelegationRows.COLUMNS
                + """
                from entity e join delegation d
                  on d.clinic_id = e.clinic_id and d.entity_id = e.entity_id
                  and d.content_key_id = e.content_key_id and d.delegate <> e.patient_id
                where e.clinic_id = current_clinic() and e.entity_id = :entity
                order by d.delegate, d.created_at
                """)
        .param("entity", entity)
        .query(rows)
        .list();
  }

  private static <T> List<T> column(List<Delegation> given, Function<Delegation, T> part) {
    return given.stream().map(part).toList();
  }
}
