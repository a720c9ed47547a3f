package care.vestibule.process.projection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of table {@code engine_instance}. */
final class InstanceRows {

  // A new key of the patient brings a new invitation: the later record counts, whenever it comes.
  private static final Upsert INSTANCES =
      new Upsert(
          List.of(
              "key",
              "process",
              "version",
              "clinicRef",
              "invitationId",
              "position",
              "started",
              "ended",
              "terminated",
              "furthest",
              "invited"),
          """
          insert into engine_instance as kept
            (instance_key, process_id, process_version, clinic_ref, clinic_ref_position,
              invitation_id, invitation_id_position, started_at, ended_at, terminated, furthest,
              invited)
          select key, any_value(process), any_value(version),
            (array_agg(clinic order by position desc) filter (where clinic is not null))[1],
            max(position) filter (where clinic is not null),
            (array_agg(invitation order by position desc)
              filter (where invitation is not null))[1],
            max(position) filter (where invitation is not null),
            any_value(started_at), any_value(ended_at), any_value(terminated),
            coalesce(max(furthest), 0), coalesce(bool_or(invited), false)
          from unnest(:key::bigint[], :process::text[], :version::integer[], :clinicRef::uuid[],
              :invitationId::uuid[], :position::bigint[], :started::timestamptz[],
              :ended::timestamptz[], :terminated::boolean[], :furthest::smallint[],
              :invited::boolean[])
            as told (key, process, version, clinic, invitation, position, started_at, ended_at,
              terminated, furthest, invited)
          group by key
          on conflict (instance_key) do update
            set process_id = coalesce(excluded.process_id, kept.process_id),
              process_version = coalesce(excluded.process_version, kept.process_version),
              clinic_ref = case when excluded.clinic_ref_position
                  > coalesce(kept.clinic_ref_position, -1)
                then excluded.clinic_ref else kept.clinic_ref end,
              clinic_ref_position =
                greatest(kept.clinic_ref_position, excluded.clinic_ref_position),
              invitation_id = case when excluded.invitation_id_position
                  > coalesce(kept.invitation_id_position, -1)
                then excluded.invitation_id else kept.invitation_id end,
              invitation_id_position =
                greatest(kept.invitation_id_position, excluded.invitation_id_position),
              started_at = coalesce(excluded.started_at, kept.started_at),
              ended_at = coalesce(excluded.ended_at, kept.ended_at),
              terminated = coalesce(excluded.terminated, kept.terminated),
              furthest = greatest(kept.furthest, excluded.furthest),
              invited = kept.invited or excluded.invited
          """);

  private InstanceRows() {}

  static Optional<RowWrite> write(EngineRecord record) {
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> Optional.of(started(record));
      case "ELEMENT_COMPLETED" -> Optional.of(ended(record, false));
      case "ELEMENT_TERMINATED" -> Optional.of(ended(record, true));
      // The steps in between tell nothing a person wants to know.
      default -> Optional.empty();
    };
  }

  /** The variables of an instance that tie it to our own rows. */
  static Optional<RowWrite> variable(EngineRecord record) {
    return switch (record.text("name")) {
      case "clinicRef", "invitationId" ->
          record.number("scopeKey") == record.instance()
              ? record.variable().map(value -> tied(record, value))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** How far a visit shows that the instance has come. */
  static Optional<RowWrite> reached(EngineRecord record) {
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED", "ELEMENT_COMPLETED", "ELEMENT_TERMINATED" ->
          FunnelStep.at(record.text("elementId")).map(step -> reached(record, step));
      default -> Optional.empty();
    };
  }

  private static RowWrite reached(EngineRecord record, FunnelStep step) {
    return instance(record)
        .with("furthest", step.number())
        .with("invited", step == FunnelStep.INVITED);
  }

  private static RowWrite tied(EngineRecord record, UUID value) {
    return instance(record).with(record.text("name"), value).with("position", record.position());
  }

  private static RowWrite started(EngineRecord record) {
    return instance(record)
        .with("process", record.text("bpmnProcessId"))
        .with("version", record.number("version"))
        .with("started", record.time());
  }

  private static RowWrite ended(EngineRecord record, boolean terminated) {
    return instance(record).with("ended", record.time()).with("terminated", terminated);
  }

  private static RowWrite instance(EngineRecord record) {
    return RowWrite.of(INSTANCES).with("key", record.instance());
  }
}
