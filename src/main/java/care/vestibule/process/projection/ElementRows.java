package care.vestibule.process.projection;

import java.util.List;
import java.util.Optional;

/** The rows of table {@code engine_element}: one a visit. */
final class ElementRows {

  private static final Upsert VISITS =
      new Upsert(
          List.of("key", "instance", "id", "type", "entered", "left", "terminated"),
          """
          insert into engine_element as kept
            (element_key, instance_key, element_id, element_type, entered_at, left_at, terminated)
          select key, any_value(instance), any_value(id), any_value(type), any_value(entered_at),
            any_value(left_at), any_value(terminated)
          from unnest(:key::bigint[], :instance::bigint[], :id::text[], :type::text[],
              :entered::timestamptz[], :left::timestamptz[], :terminated::boolean[])
            as told (key, instance, id, type, entered_at, left_at, terminated)
          group by key
          on conflict (element_key) do update
            set entered_at = coalesce(excluded.entered_at, kept.entered_at),
              left_at = coalesce(excluded.left_at, kept.left_at),
              terminated = coalesce(excluded.terminated, kept.terminated)
          """);

  private ElementRows() {}

  static Optional<RowWrite> write(EngineRecord record) {
    return switch (record.intent()) {
      case "ELEMENT_ACTIVATED" -> Optional.of(visit(record).with("entered", record.time()));
      case "ELEMENT_COMPLETED" -> Optional.of(left(record, false));
      case "ELEMENT_TERMINATED" -> Optional.of(left(record, true));
      // The steps in between tell nothing a person wants to know.
      default -> Optional.empty();
    };
  }

  private static RowWrite left(EngineRecord record, boolean terminated) {
    return visit(record).with("left", record.time()).with("terminated", terminated);
  }

  private static RowWrite visit(EngineRecord record) {
    return RowWrite.of(VISITS)
        .with("key", record.key())
        .with("instance", record.instance())
        .with("id", record.text("elementId"))
        .with("type", record.text("bpmnElementType"));
  }
}
