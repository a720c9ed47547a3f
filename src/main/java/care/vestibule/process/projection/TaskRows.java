package care.vestibule.process.projection;

import java.util.List;
import java.util.Optional;

/** The rows of table {@code engine_user_task}, as the records write them. */
final class TaskRows {

  private static final Upsert TASKS =
      new Upsert(
          List.of("key", "instance", "element", "form", "created", "ended"),
          """
          insert into engine_user_task as kept
            (task_key, instance_key, element_id, form_ref, created_at, ended_at)
          select key, any_value(instance), any_value(element), any_value(form),
            any_value(created_at), any_value(ended_at)
          from unnest(:key::bigint[], :instance::bigint[], :element::text[], :form::uuid[],
              :created::timestamptz[], :ended::timestamptz[])
            as told (key, instance, element, form, created_at, ended_at)
          group by key
          on conflict (task_key) do update
            set created_at = coalesce(excluded.created_at, kept.created_at),
              ended_at = coalesce(excluded.ended_at, kept.ended_at)
          """);

  private TaskRows() {}

  static Optional<RowWrite> write(EngineRecord record) {
    return switch (record.intent()) {
      case "CREATED" -> Optional.of(task(record).with("created", record.time()));
      case "COMPLETED", "CANCELED" -> Optional.of(task(record).with("ended", record.time()));
      // Assignments and updates change nothing Vestibule relies on.
      default -> Optional.empty();
    };
  }

  private static RowWrite task(EngineRecord record) {
    return RowWrite.of(TASKS)
        .with("key", record.number("userTaskKey"))
        .with("instance", record.instance())
        .with("element", record.text("elementId"))
        .with("form", record.reference("externalFormReference").orElse(null));
  }
}
