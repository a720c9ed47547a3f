package care.vestibule.monitoring.projection;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies batches of records; a batch counts whole or not at all. */
@Component
@Transactional
public class Projection {

  private final InstanceRows instances;
  private final TaskRows tasks;
  private final IncidentRows incidents;
  private final Positions positions;

  Projection(InstanceRows instances, TaskRows tasks, IncidentRows incidents, Positions positions) {
    this.instances = instances;
    this.tasks = tasks;
    this.incidents = incidents;
    this.positions = positions;
  }

  /** Applies the records in whatever order and however often they come. */
  public void apply(List<EngineRecord> batch) {
    batch.forEach(this::apply);
    positions.advance(batch);
  }

  private void apply(EngineRecord record) {
    switch (record.valueType()) {
      case "PROCESS_INSTANCE" -> instances.element(record);
      case "VARIABLE" -> instances.variable(record);
      case "USER_TASK" -> tasks.apply(record);
      case "INCIDENT" -> incidents.apply(record);
      default -> {
        // Of no interest here; an exporter of another version may select more.
      }
    }
  }
}
