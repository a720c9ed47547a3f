package care.vestibule.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.ImmutableJobBatchRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.ImmutableVariableRecordValue;
import java.util.Map;

/** A record as the broker offers it, written one second before {@link FakeBroker#NOW}. */
record FakeRecord(
    long position, RecordType type, ValueType valueType, Intent intent, RecordValue value)
    implements Record<RecordValue> {

  static FakeRecord element(long position, String process) {
    return new FakeRecord(
        position,
        RecordType.EVENT,
        ValueType.PROCESS_INSTANCE,
        ProcessInstanceIntent.ELEMENT_ACTIVATED,
        ImmutableProcessInstanceRecordValue.builder().withBpmnProcessId(process).build());
  }

  static FakeRecord variable(long position, String name) {
    return new FakeRecord(
        position,
        RecordType.EVENT,
        ValueType.VARIABLE,
        VariableIntent.CREATED,
        ImmutableVariableRecordValue.builder()
            .withBpmnProcessId("patient-access")
            .withName(name)
            .build());
  }

  /** Something the portal has no use for. */
  static FakeRecord other(long position) {
    return new FakeRecord(
        position,
        RecordType.EVENT,
        ValueType.JOB_BATCH,
        JobBatchIntent.ACTIVATED,
        ImmutableJobBatchRecordValue.builder().build());
  }

  @Override
  public String toJson() {
    return "{\"position\":" + position + "}";
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public long getSourceRecordPosition() {
    return -1;
  }

  @Override
  public long getKey() {
    return position;
  }

  @Override
  public long getTimestamp() {
    return FakeBroker.NOW.minusSeconds(1).toEpochMilli();
  }

  @Override
  public Intent getIntent() {
    return intent;
  }

  @Override
  public int getPartitionId() {
    return 3;
  }

  @Override
  public RecordType getRecordType() {
    return type;
  }

  @Override
  public RejectionType getRejectionType() {
    return RejectionType.NULL_VAL;
  }

  @Override
  public String getRejectionReason() {
    return "";
  }

  @Override
  public String getBrokerVersion() {
    return "8.6.0";
  }

  @Override
  public Map<String, Object> getAuthorizations() {
    return Map.of();
  }

  @Override
  public int getRecordVersion() {
    return 1;
  }

  @Override
  public ValueType getValueType() {
    return valueType;
  }

  @Override
  public RecordValue getValue() {
    return value;
  }

  @Override
  public long getOperationReference() {
    return -1;
  }
}
