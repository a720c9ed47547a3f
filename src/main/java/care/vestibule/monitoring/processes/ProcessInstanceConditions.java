package care.vestibule.monitoring.processes;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A filter as conditions of SQL on {@code engine_instance} under the name {@code instance}.
 *
 * <p>Only those that were asked for: a condition that is switched off by a parameter still has to
 * be planned for. Whom a process is about is looked up in the tables of invitations, patients and
 * doctors within the query, because one doctor is asked in thousands of processes.
 */
final class ProcessInstanceConditions {

  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> parameters = new HashMap<>();

  private ProcessInstanceConditions() {}

  static ProcessInstanceConditions of(ProcessInstanceFilter filter) {
    var conditions = new ProcessInstanceConditions();
    filter.state().ifPresent(conditions::state);
    filter.element().ifPresent(conditions::element);
    conditions.add(
        filter.invitation(), "invitation", "instance.invitation_id = :invitation", own -> own);
    conditions.add(
        filter.patient(),
        "patient",
        """
        instance.invitation_id in (
          select invitation.id from patient
          join invitation on invitation.clinic_id = patient.clinic_id
            and invitation.patient_id = patient.patient_id
          where patient.clinic_id = current_clinic() and :patient in (patient.ref, patient.patient_id))
        """,
        own -> own);
    conditions.add(
        filter.hcp(),
        "hcp",
        """
        instance.invitation_id in (
          select asked.invitation from hcp
          join notifications asked on asked.clinic_id = hcp.clinic_id and asked.hcp = hcp.hcp_id
          where hcp.clinic_id = current_clinic() and :hcp in (hcp.ref, hcp.hcp_id))
        """,
        own -> own);
    conditions.add(
        filter.before(),
        "before",
        "instance.started_at < :before",
        moment -> moment.atOffset(ZoneOffset.UTC));
    filter.incident().ifPresent(code -> conditions.incident(code, filter.state()));
    filter.cursor().ifPresent(conditions::cursor);
    return conditions;
  }

  /** Each begins with "and". */
  String sql() {
    return sql.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void state(ProcessInstanceState state) {
    sql.append(
        switch (state) {
          case ENDED -> " and instance.ended_at is not null";
          case RUNNING -> " and instance.ended_at is null";
          case INCIDENT ->
              """
               and instance.ended_at is null and instance.instance_key in (
                select incident.instance_key from engine_incident incident
                where incident.created_at is not null and incident.resolved_at is null)
              """;
        });
  }

  private void element(String element) {
    parameters.put("element", element);
    sql.append(
        """
         and exists (
          select from engine_element element
          where element.instance_key = instance.instance_key and element.element_id = :element
            and (instance.ended_at is not null or element.left_at is null))
        """);
  }

  private void incident(String code, Optional<ProcessInstanceState> state) {
    parameters.put("incident", code.toUpperCase(Locale.ROOT));
    sql.append(
        """
         and instance.instance_key in (
          select incident.instance_key from engine_incident incident
          where incident.created_at is not null and strpos(incident.code, :incident) > 0
        """);
    sql.append(
        state.filter(ProcessInstanceState.INCIDENT::equals).isPresent()
            ? " and incident.resolved_at is null)"
            : ")");
  }

  private void cursor(ProcessInstanceCursor cursor) {
    parameters.put("started", cursor.started().atOffset(ZoneOffset.UTC));
    parameters.put("key", cursor.key());
    sql.append(" and (instance.started_at, instance.instance_key) < (:started, :key)");
  }

  private <T> void add(
      Optional<T> wanted, String name, String condition, Function<T, Object> parameter) {
    wanted.ifPresent(
        value -> {
          parameters.put(name, parameter.apply(value));
          sql.append(" and ").append(condition);
        });
  }
}
