package care.vestibule.monitoring.projection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies batches of records; a batch counts whole or not at all. */
@Component
@Transactional
public class Projection {

  private final Writes writes;
  private final Positions positions;

  Projection(Writes writes, Positions positions) {
    this.writes = writes;
    this.positions = positions;
  }

  /** Applies the records in whatever order and however often they come. */
  public void apply(List<EngineRecord> batch) {
    positions.advance(batch);
    writes.carryOut(
        batch.stream().filter(EngineRecord::isEvent).flatMap(Projection::writes).toList());
  }

  private static Stream<Write> writes(EngineRecord record) {
    var write = write(record).stream();
    return record.valueType().equals("PROCESS_INSTANCE")
        ? Stream.concat(write, InstanceRows.reached(record).stream())
        : write;
  }

  private static Optional<Write> write(EngineRecord record) {
    return switch (record.valueType()) {
      case "PROCESS" -> ModelRows.write(record);
      case "PROCESS_INSTANCE" ->
          record.text("bpmnElementType").equals("PROCESS")
              ? InstanceRows.write(record)
              : ElementRows.write(record);
      case "VARIABLE" -> InstanceRows.variable(record);
      case "USER_TASK" -> TaskRows.write(record);
      case "TIMER" -> TimerRows.write(record);
      case "INCIDENT" -> IncidentRows.write(record);
      // Of no interest here; an exporter of another version may select more.
      default -> Optional.empty();
    };
  }
}
