package care.vestibule.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Posts what happens in the engine to the portal and gives up a position only once the portal has
 * committed it: a record arrives at least once, in order, however often either side is killed.
 *
 * <p>Runs inside the broker, loaded from a jar of its own. Configuration: see {@link
 * ExportSettings}.
 */
public final class RecordExporter implements Exporter {

  private @Nullable Context context;
  private @Nullable ExportSettings settings;
  private @Nullable Delivery delivery;

  /**
   * Reads the arguments; the broker also calls this to check them when it starts.
   *
   * @throws IllegalArgumentException if they make no sense
   */
  @Override
  public void configure(Context context) {
    var read = ExportSettings.of(context.getConfiguration().getArguments());
    context.setFilter(new RecordChoice(read.processes()));
    this.context = context;
    this.settings = read;
  }

  @Override
  public void open(Controller controller) {
    var to = Objects.requireNonNull(settings);
    var from = Objects.requireNonNull(context);
    delivery =
        new Delivery(
            to,
            new RecordChoice(to.processes()),
            controller,
            new Portal(to, from.getLogger()),
            from.getPartitionId(),
            from.clock());
  }

  @Override
  public void export(Record<?> record) {
    Objects.requireNonNull(delivery).take(record);
  }

  @Override
  public void close() {
    if (delivery != null) {
      delivery.close();
    }
  }
}
