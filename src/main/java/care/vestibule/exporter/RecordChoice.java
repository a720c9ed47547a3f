package care.vestibule.exporter;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.util.Map;
import java.util.Set;

/** The few records the portal projects: everything else stays in the broker. */
final class RecordChoice implements RecordFilter {

  private static final Map<ValueType, Set<String>> INTENTS =
      Map.of(
          ValueType.PROCESS, Set.of("CREATED"),
          ValueType.PROCESS_INSTANCE,
              Set.of("ELEMENT_ACTIVATED", "ELEMENT_COMPLETED", "ELEMENT_TERMINATED"),
          ValueType.INCIDENT, Set.of("CREATED", "RESOLVED"),
          ValueType.USER_TASK, Set.of("CREATED", "COMPLETED", "CANCELED"),
          ValueType.VARIABLE, Set.of("CREATED", "UPDATED"),
          ValueType.TIMER, Set.of("CREATED", "TRIGGERED", "CANCELED"));

  // References only: what else a process may carry is not needed to see where it stands.
  private static final Set<String> VARIABLES = Set.of("clinicRef", "invitationId");

  private final Set<String> processes;

  RecordChoice(Set<String> processes) {
    this.processes = processes;
  }

  @Override
  public boolean acceptType(RecordType type) {
    return type == RecordType.EVENT;
  }

  @Override
  public boolean acceptValue(ValueType type) {
    return INTENTS.containsKey(type);
  }

  boolean takes(Record<?> record) {
    return record.getRecordType() == RecordType.EVENT
        && INTENTS.getOrDefault(record.getValueType(), Set.of()).contains(record.getIntent().name())
        && takes(record.getValue());
  }

  private boolean takes(RecordValue value) {
    return switch (value) {
      case ProcessInstanceRecordValue element -> processes.contains(element.getBpmnProcessId());
      case IncidentRecordValue incident -> processes.contains(incident.getBpmnProcessId());
      case UserTaskRecordValue task -> processes.contains(task.getBpmnProcessId());
      case VariableRecordValue variable ->
          processes.contains(variable.getBpmnProcessId()) && VARIABLES.contains(variable.getName());
      case Process process -> processes.contains(process.getBpmnProcessId());
      // Timers do not say which process they belong to; they carry nothing but keys and times.
      default -> true;
    };
  }
}
