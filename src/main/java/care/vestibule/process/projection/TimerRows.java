package care.vestibule.process.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of table {@code engine_timer}. */
final class TimerRows {

  private static final Upsert TIMERS =
      new Upsert(
          List.of("key", "instance", "element", "due", "created", "ended"),
          """
          insert into engine_timer as kept
            (timer_key, instance_key, element_id, due_at, created_at, ended_at)
          select key, any_value(instance), any_value(element), any_value(due_at),
            any_value(created_at), any_value(ended_at)
          from unnest(:key::bigint[], :instance::bigint[], :element::text[], :due::timestamptz[],
              :created::timestamptz[], :ended::timestamptz[])
            as told (key, instance, element, due_at, created_at, ended_at)
          group by key
          on conflict (timer_key) do update
            set created_at = coalesce(excluded.created_at, kept.created_at),
              ended_at = coalesce(excluded.ended_at, kept.ended_at)
          """);

  private TimerRows() {}

  static Optional<RowWrite> write(EngineRecord record) {
    return switch (record.intent()) {
      case "CREATED" -> Optional.of(timer(record).with("created", record.time()));
      case "TRIGGERED", "CANCELED" -> Optional.of(timer(record).with("ended", record.time()));
      // A migrated timer is the same timer.
      default -> Optional.empty();
    };
  }

  private static RowWrite timer(EngineRecord record) {
    return RowWrite.of(TIMERS)
        .with("key", record.key())
        .with("instance", record.instance())
        .with("element", record.text("targetElementId"))
        .with("due", Instant.ofEpochMilli(record.number("dueDate")));
  }
}
