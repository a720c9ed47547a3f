package care.vestibule.process.outbox;

import care.vestibule.process.EngineMessage;
import care.vestibule.tenancy.ClinicId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The outbox's rows; times are the database's own. */
@Repository
class OutboxEntries {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final OutboxEntryReader reader;

  OutboxEntries(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    this.reader = new OutboxEntryReader(json);
  }

  /** Adds a message, unless one of that id was added before. */
  void add(
      ClinicId clinic,
      EngineMessage message,
      Map<String, @Nullable Object> variables,
      Optional<String> traceparent) {
    jdbc.sql(
            """
            insert into engine_outbox
              (clinic_id, message, correlation_key, message_id, time_to_live_ms, variables,
              traceparent)
            values (:clinic, :message, :key, :id, :ttl, :variables::jsonb, :trace)
            on conflict do nothing
            """)
        .param("clinic", clinic.value())
        .param("message", message.name().id())
        .param("key", message.correlationKey())
        .param("id", message.messageId())
        .param("ttl", message.timeToLive().toMillis())
        .param("variables", json.writeValueAsString(variables))
        .param("trace", traceparent.orElse(null))
        .update();
  }

  /** Adds a completion, unless one of the same task is still to be sent. */
  void add(
      ClinicId clinic,
      UUID formReference,
      Map<String, @Nullable Object> variables,
      Optional<String> traceparent) {
    jdbc.sql(
            """
            insert into engine_outbox (clinic_id, form_reference, variables, traceparent)
            values (:clinic, :reference, :variables::jsonb, :trace)
            on conflict do nothing
            """)
        .param("clinic", clinic.value())
        .param("reference", formReference)
        .param("variables", json.writeValueAsString(variables))
        .param("trace", traceparent.orElse(null))
        .update();
  }

  /** Takes what is due, oldest first; who does not report back in time loses it again. */
  List<OutboxEntry> claim(int limit, Duration lease) {
    return jdbc
        .sql(
            """
            with due as (
              select id from engine_outbox
              where sent_at is null and due_at <= clock_timestamp()
              order by id limit :limit for update skip locked)
            update engine_outbox o
            set attempts = attempts + 1,
                due_at = clock_timestamp() + :lease * interval '1 millisecond'
            from due where o.id = due.id
            returning o.id, clinic_id, message, correlation_key, message_id, time_to_live_ms,
              form_reference, variables, created_at, attempts, traceparent
            """)
        .param("limit", limit)
        .param("lease", lease.toMillis())
        .query(reader)
        .list()
        .stream()
        .sorted(Comparator.comparingLong(intention -> intention.slip().id()))
        .toList();
  }

  void markSent(long id) {
    jdbc.sql("update engine_outbox set sent_at = clock_timestamp() where id = :id")
        .param("id", id)
        .update();
  }

  void postpone(long id, Duration pause) {
    jdbc.sql(
            """
            update engine_outbox
            set due_at = clock_timestamp() + :pause * interval '1 millisecond'
            where id = :id
            """)
        .param("pause", pause.toMillis())
        .param("id", id)
        .update();
  }

  boolean isUnsent(ClinicId clinic, UUID formReference) {
    return jdbc.sql(
            """
            select exists (select 1 from engine_outbox
              where clinic_id = :clinic and form_reference = :reference and sent_at is null)
            """)
        .param("clinic", clinic.value())
        .param("reference", formReference)
        .query(Boolean.class)
        .single();
  }

  Duration ageOfOldestUnsent() {
    var millis =
        jdbc.sql(
                """
                select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) * 1000
                from engine_outbox where sent_at is null
                """)
            .query(Double.class)
            .single();
    return Duration.ofMillis(millis.longValue());
  }
}
