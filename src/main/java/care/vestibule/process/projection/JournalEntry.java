package care.vestibule.process.projection;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the journal keeps of a record: the fields the projection reads, by name, and so no more than
 * references, enums and times.
 */
final class JournalEntry {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "PROCESS_INSTANCE", List.of("elementId", "bpmnElementType", "bpmnProcessId", "version"),
          "VARIABLE", List.of("scopeKey", "name", "value"),
          "USER_TASK", List.of("userTaskKey", "elementId", "externalFormReference"),
          "TIMER", List.of("targetElementId", "dueDate"),
          "INCIDENT", List.of("elementInstanceKey", "elementId", "jobKey", "errorType"));

  static final Upsert ENTRIES =
      new Upsert(
          List.of("partition", "position", "instance", "key", "at", "type", "intent", "value"),
          """
          insert into engine_journal
            (partition_id, position, instance_key, record_key, at_ms, value_type, intent, value)
          select * from unnest(:partition::integer[], :position::bigint[], :instance::bigint[],
            :key::bigint[], :at::bigint[], :type::text[], :intent::text[], :value::text[])
          on conflict do nothing
          """);

  private JournalEntry() {}

  /** Whether it tells of a process; models stay, and are not made anew. */
  static boolean isKept(EngineRecord record) {
    return FIELDS.containsKey(record.valueType());
  }

  static RowWrite write(EngineRecord record) {
    return RowWrite.of(ENTRIES)
        .with("partition", record.partition())
        .with("position", record.position())
        .with("instance", record.instance())
        .with("key", record.key())
        .with("at", record.timestamp())
        .with("type", record.valueType())
        .with("intent", record.intent())
        .with("value", value(record));
  }

  /** The record as it was told, as far as it was kept. */
  static EngineRecord read(
      int partition,
      long position,
      long instance,
      long key,
      long at,
      String type,
      String intent,
      String value) {
    var record = JSON.createObjectNode();
    record.put("partitionId", partition).put("position", position).put("timestamp", at);
    record.put("recordType", "EVENT").put("valueType", type).put("intent", intent).put("key", key);
    record.set("value", ((ObjectNode) JSON.readTree(value)).put("processInstanceKey", instance));
    return new EngineRecord(record);
  }

  private static ObjectNode value(EngineRecord record) {
    var kept = JSON.createObjectNode();
    for (var field : FIELDS.getOrDefault(record.valueType(), List.of())) {
      var told = record.json().path("value").path(field);
      if (!told.isMissingNode()) {
        kept.set(field, told);
      }
    }
    if (IncidentRows.isOurs(record.text("errorMessage"))) {
      kept.put("errorMessage", record.text("errorMessage"));
    }
    return kept;
  }
}
