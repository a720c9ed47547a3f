package care.vestibule.monitoring.operations;

import care.vestibule.monitoring.OpenIncident;
import care.vestibule.monitoring.Times;
import care.vestibule.tenancy.CurrentClinic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tables {@code incident_retry} and {@code incident_retry_item}. */
@Repository
class RetryRows {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  RetryRows(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  void add(UUID id, String actor, Collection<OpenIncident> incidents) {
    jdbc.sql(
            """
            insert into incident_retry (clinic_id, id, requested_by) values (:clinic, :id, :actor)
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .param("actor", actor)
        .update();
    jdbc.sql(
            """
            insert into incident_retry_item (clinic_id, retry_id, incident_key)
            select :clinic, :id, unnest(:keys::bigint[])
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .param("keys", incidents.stream().map(OpenIncident::key).toArray(Long[]::new))
        .update();
  }

  void markTold(UUID id, long incident) {
    jdbc.sql(
            """
            update incident_retry_item set told_at = clock_timestamp()
            where clinic_id = :clinic and retry_id = :id and incident_key = :incident
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .param("incident", incident)
        .update();
  }

  Optional<IncidentRetry> find(UUID id) {
    return jdbc.sql(
            """
            select requested_at from incident_retry where clinic_id = :clinic and id = :id
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .query((row, number) -> new IncidentRetry(id, Times.at(row, "requested_at"), items(id)))
        .optional();
  }

  private List<IncidentRetry.Item> items(UUID id) {
    return jdbc.sql(
            """
            select item.incident_key, incident.instance_key, incident.element_id, item.told_at,
              incident.resolved_at, visit.left_at, visit.terminated, instance.ended_at,
              coalesce(newest.code, incident.code) as code,
              newest.incident_key is not null as failed_again
            from incident_retry_item item
            join engine_incident incident using (incident_key)
            join engine_instance instance using (instance_key)
            left join engine_element visit on visit.element_key = incident.element_key
            left join lateral (
              select later.incident_key, later.code from engine_incident later
              where later.element_key = incident.element_key
                and later.incident_key > incident.incident_key
                and later.created_at is not null and later.resolved_at is null
              order by later.incident_key desc limit 1) newest on true
            where item.clinic_id = :clinic and item.retry_id = :id
            order by item.incident_key
            """)
        .param("clinic", clinic.get().value())
        .param("id", id)
        .query(new RetryItemRow())
        .list();
  }
}
