package care.vestibule.process.projection;

import care.vestibule.process.projection.Rebuild.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What operations type: rebuilds the read model. */
@Component
@NamedInterface("commands")
public class ProjectionCommands {

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int PERCENT_A_LINE = 10;
  private static final String USAGE = "Usage:\n  projection rebuild";

  private final Rebuild rebuild;

  ProjectionCommands(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /**
   * Runs what the words ask for; the first is the command's name.
   *
   * @return 0 if it is done, 2 if it was called wrongly, 4 if the database cannot be reached
   */
  public int run(List<String> words, Consumer<String> out, Consumer<String> err) {
    if (!words.equals(List.of("rebuild"))) {
      err.accept(USAGE);
      return 2;
    }
    try {
      rebuild(out);
      return 0;
    } catch (DataAccessException | TransactionException e) {
      err.accept("The database cannot be reached, or refused: see spring.datasource.url.");
      return 4;
    }
  }

  private void rebuild(Consumer<String> out) {
    if (!rebuild.start("COMMAND", "command")) {
      out.accept("Resuming the rebuild started at " + state().started());
    }
    int told = 0;
    var progress = rebuild.step();
    while (progress != Progress.DONE) {
      if (progress == Progress.WAIT) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      int percent = state().percent();
      if (percent >= told + PERCENT_A_LINE) {
        out.accept(percent + " % replayed");
        told = percent;
      }
      progress = rebuild.step();
    }
    out.accept("The read model is rebuilt.");
  }

  private RebuildState state() {
    return rebuild.latest().orElseThrow();
  }
}
