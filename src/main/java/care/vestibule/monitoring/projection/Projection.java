package care.vestibule.monitoring.projection;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies batches of records; a batch counts whole or not at all. */
@Component
@Transactional
public class Projection {

  private final InstanceRows instances;
  private final ElementRows elements;
  private final TaskRows tasks;
  private final TimerRows timers;
  private final IncidentRows incidents;
  private final Positions positions;

  Projection(
      InstanceRows instances,
      ElementRows elements,
      TaskRows tasks,
      TimerRows timers,
      IncidentRows incidents,
      Positions positions) {
    this.instances = instances;
    this.elements = elements;
    this.tasks = tasks;
    this.timers = timers;
    this.incidents = incidents;
    this.positions = positions;
  }

  /** Applies the records in whatever order and however often they come. */
  public void apply(List<EngineRecord> batch) {
    batch.stream().filter(EngineRecord::isEvent).forEach(this::apply);
    positions.advance(batch);
  }

  private void apply(EngineRecord record) {
    switch (record.valueType()) {
      case "PROCESS_INSTANCE" -> {
        if (record.text("bpmnElementType").equals("PROCESS")) {
          instances.apply(record);
        } else {
          elements.apply(record);
        }
      }
      case "VARIABLE" -> instances.variable(record);
      case "USER_TASK" -> tasks.apply(record);
      case "TIMER" -> timers.apply(record);
      case "INCIDENT" -> incidents.apply(record);
      default -> {
        // Of no interest here; an exporter of another version may select more.
      }
    }
  }
}
