package care.vestibule.process.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies batches of records; a batch counts whole or not at all. */
@Component
@Transactional
public class Projection {

  private final RowWrites writes;
  private final ExportPositions positions;
  private final Journal journal;

  Projection(RowWrites writes, ExportPositions positions, Journal journal) {
    this.writes = writes;
    this.positions = positions;
    this.journal = journal;
  }

  /** Applies the records in whatever order and however often they come, and keeps them. */
  public void apply(List<EngineRecord> batch) {
    positions.advance(batch);
    var told = new LinkedHashMap<EngineRecord, List<RowWrite>>();
    for (var record : batch) {
      var its = writes(record).toList();
      if (!its.isEmpty()) {
        told.put(record, its);
      }
    }
    journal.keep(told.keySet());
    writes.carryOut(told.values().stream().flatMap(List::stream).toList());
  }

  /** Applies records once more that were kept. */
  void replay(List<EngineRecord> records) {
    writes.carryOut(records.stream().flatMap(Projection::writes).toList());
  }

  private static Stream<RowWrite> writes(EngineRecord record) {
    if (!record.isEvent()) {
      return Stream.empty();
    }
    var write = write(record).stream();
    return record.valueType().equals("PROCESS_INSTANCE")
        ? Stream.concat(write, InstanceRows.reached(record).stream())
        : write;
  }

  private static Optional<RowWrite> write(EngineRecord record) {
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
