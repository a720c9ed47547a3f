package care.vestibule.exporter;

import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.util.Set;
import java.util.regex.Pattern;

/** The records the read side is made of. */
final class Selection implements Context.RecordFilter {

  private static final Set<ValueType> VALUES =
      Set.of(
          ValueType.PROCESS_INSTANCE, ValueType.USER_TASK, ValueType.INCIDENT, ValueType.VARIABLE);

  // What ties an instance to our own rows; no other variable leaves the broker. Told from the JSON,
  // where a quote inside of a value is escaped, so only the record's own field can match.
  private static final Pattern VARIABLES = Pattern.compile("\"name\":\"(clinicRef|invitationId)\"");

  @Override
  public boolean acceptType(RecordType type) {
    return type == RecordType.EVENT;
  }

  @Override
  public boolean acceptValue(ValueType value) {
    return VALUES.contains(value);
  }

  boolean accepts(Record<?> record) {
    return acceptType(record.getRecordType())
        && acceptValue(record.getValueType())
        && (record.getValueType() != ValueType.VARIABLE
            || VARIABLES.matcher(record.getValue().toJson()).find());
  }
}
