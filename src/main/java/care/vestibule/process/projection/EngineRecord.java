package care.vestibule.process.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record of the engine, read tolerantly: later brokers add fields. */
public record EngineRecord(JsonNode json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads one line of the exporter's post.
   *
   * @throws IllegalArgumentException if it is no record
   */
  public static EngineRecord parse(String line) {
    try {
      var json = JSON.readTree(line);
      if (json.path("position").isIntegralNumber() && json.path("value").isObject()) {
        return new EngineRecord(json);
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Not JSON", e);
    }
    throw new IllegalArgumentException("Not a record");
  }

  String valueType() {
    return json.path("valueType").asString("");
  }

  String intent() {
    return json.path("intent").asString("");
  }

  /** Commands and rejections tell what was wanted, not what is. */
  boolean isEvent() {
    return json.path("recordType").asString("").equals("EVENT");
  }

  int partition() {
    return json.path("partitionId").asInt();
  }

  long position() {
    return json.path("position").asLong();
  }

  long key() {
    return json.path("key").asLong();
  }

  OffsetDateTime time() {
    return Instant.ofEpochMilli(timestamp()).atOffset(ZoneOffset.UTC);
  }

  long timestamp() {
    return json.path("timestamp").asLong();
  }

  /** The process instance it belongs to; -1 if to none. */
  long instance() {
    return number("processInstanceKey");
  }

  String text(String field) {
    return json.path("value").path(field).asString("");
  }

  long number(String field) {
    return json.path("value").path(field).asLong(-1);
  }

  /** A UUID field, if it holds one. */
  Optional<UUID> reference(String field) {
    return uuid(text(field));
  }

  /** The UUID a variable holds, whose value is itself JSON. */
  Optional<UUID> variable() {
    return uuid(text("value").replace("\"", ""));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
