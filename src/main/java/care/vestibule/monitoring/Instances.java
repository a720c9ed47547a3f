package care.vestibule.monitoring;

import care.vestibule.tenancy.CurrentClinic;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's processes. */
@Repository
@Transactional(readOnly = true)
public class Instances {

  private final JdbcClient jdbc;
  private final CurrentClinic clinic;

  Instances(JdbcClient jdbc, CurrentClinic clinic) {
    this.jdbc = jdbc;
    this.clinic = clinic;
  }

  /** The process, if it is the clinic's. */
  public Optional<Instance> find(long key) {
    return jdbc.sql(InstanceRow.COLUMNS + " and instance.instance_key = :key")
        .param("clinic", clinic.get().value())
        .param("key", key)
        .query(new InstanceRow())
        .optional();
  }

  /** One page of at most that size; those that start meanwhile never shift it. */
  public InstancePage search(InstanceFilter filter, int size) {
    // One more than a page tells whether there is a next one.
    var found = rows(filter, size + 1);
    if (found.size() <= size) {
      return new InstancePage(found, Optional.empty());
    }
    var page = List.copyOf(found.subList(0, size));
    var last = page.getLast();
    return new InstancePage(page, Optional.of(new InstanceCursor(last.started(), last.key())));
  }

  private List<Instance> rows(InstanceFilter filter, int most) {
    var cursor = filter.cursor();
    return jdbc.sql(
            InstanceRow.COLUMNS
                + """
                  and (cast(:state as text) is null
                    or (:state = 'ENDED') = (instance.ended_at is not null))
                  and (:state is distinct from 'INCIDENT' or exists (
                    select from engine_incident incident
                    where incident.instance_key = instance.instance_key
                      and incident.created_at is not null and incident.resolved_at is null))
                  and (cast(:element as text) is null or exists (
                    select from engine_element element
                    where element.instance_key = instance.instance_key
                      and element.element_id = :element
                      and (instance.ended_at is not null or element.left_at is null)))
                  and (cast(:invitation as uuid) is null or instance.invitation_id = :invitation)
                  and (cast(:started as timestamptz) is null
                    or (instance.started_at, instance.instance_key) < (:started, :key))
                order by instance.started_at desc, instance.instance_key desc
                limit :most
                """)
        .param("clinic", clinic.get().value())
        .param("state", filter.state().map(Enum::name).orElse(null))
        .param("element", filter.element().orElse(null))
        .param("invitation", filter.invitation().orElse(null))
        .param("started", cursor.map(at -> at.started().atOffset(ZoneOffset.UTC)).orElse(null))
        .param("key", cursor.map(InstanceCursor::key).orElse(0L))
        .param("most", most)
        .query(new InstanceRow())
        .list();
  }
}
