package care.vestibule.process.outbox;

import care.vestibule.process.outbox.OutboxEntry.Completion;
import care.vestibule.process.outbox.OutboxEntry.Publication;
import care.vestibule.process.outbox.OutboxEntry.Slip;
import care.vestibule.tenancy.ClinicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one row of the outbox. */
final class OutboxEntryReader implements RowMapper<OutboxEntry> {

  private static final TypeReference<Map<String, @Nullable Object>> VARIABLES =
      new TypeReference<>() {};

  private final JsonMapper json;

  OutboxEntryReader(JsonMapper json) {
    this.json = json;
  }

  @Override
  public OutboxEntry mapRow(ResultSet row, int number) throws SQLException {
    var slip =
        new Slip(
            row.getLong("id"),
            new ClinicId(row.getObject("clinic_id", UUID.class)),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            row.getInt("attempts"),
            json.readValue(row.getString("variables"), VARIABLES),
            Optional.ofNullable(row.getString("traceparent")));
    if (row.getString("message") == null) {
      return new Completion(slip, row.getObject("form_reference", UUID.class));
    }
    return new Publication(
        slip,
        row.getString("message"),
        row.getObject("correlation_key", UUID.class),
        row.getString("message_id"),
        Duration.ofMillis(row.getLong("time_to_live_ms")));
  }
}
