package care.vestibule.process.projection;

import care.vestibule.process.projection.Rebuild.Progress;
import care.vestibule.process.projection.RebuildOrder.Purpose;
import care.vestibule.process.projection.RebuildState.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What operations type: makes the tables of the projection anew, or compares them. */
@Component
@NamedInterface("commands")
public class ProjectionCommands {

  private static final Pattern REBUILD = Pattern.compile("rebuild( \\d{1,5}:\\d{1,18})*");
  private static final Pattern POSITION = Pattern.compile("(\\d{1,5}):(\\d{1,18})");
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String USAGE =
      """
      Usage:
        projection compare
        projection drop
        projection rebuild [PARTITION:POSITION]...""";

  private final Rebuild rebuild;

  ProjectionCommands(Rebuild rebuild) {
    this.rebuild = rebuild;
  }

  /**
   * Runs what the words ask for; the first is the command's name.
   *
   * @return 0 if it is done, 1 if tables differ, 2 if it was called wrongly, 3 if it was refused, 4
   *     if the database cannot be reached
   */
  public int run(List<String> words, Consumer<String> out, Consumer<String> err) {
    try {
      var line = String.join(" ", words);
      if (REBUILD.matcher(line).matches()) {
        return carryOut(Purpose.REBUILD, positions(words), out, err);
      }
      return switch (line) {
        case "compare" -> carryOut(Purpose.COMPARE, Map.of(), out, err);
        case "drop" -> dropped(out);
        default -> {
          err.accept(USAGE);
          yield 2;
        }
      };
    } catch (DataAccessException | TransactionException e) {
      err.accept("The database cannot be reached, or refused: see spring.datasource.url.");
      return 4;
    }
  }

  private int carryOut(
      Purpose purpose, Map<Integer, Long> from, Consumer<String> out, Consumer<String> err) {
    var started = rebuild.start(new RebuildOrder(purpose, "COMMAND", "command", from));
    var open = rebuild.latest().orElseThrow();
    if (!started) {
      if (open.purpose() != purpose || !from.isEmpty()) {
        err.accept("Another one is under way: wait until it has ended, or drop it.");
        return 3;
      }
      out.accept("Going on with what was begun at " + open.started());
    }
    var progress = rebuild.step();
    while (progress != Progress.DONE) {
      if (progress == Progress.WAIT) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      progress = rebuild.step();
    }
    return told(rebuild.latest().orElseThrow(), out, err);
  }

  private int dropped(Consumer<String> out) {
    out.accept(rebuild.drop() ? "Dropped." : "Nothing was under way.");
    return 0;
  }

  private static int told(RebuildState state, Consumer<String> out, Consumer<String> err) {
    var outcome = state.outcome().orElse(Outcome.DROPPED);
    if (outcome == Outcome.SWAPPED) {
      out.accept("The tables were made anew.");
      return 0;
    }
    if (outcome == Outcome.COMPARED) {
      out.accept(state.differing() + " rows differ from what the journal tells.");
      state.examples().forEach(process -> out.accept("  process " + process));
      return state.differing() == 0 ? 0 : 1;
    }
    err.accept("It was not ended: " + outcome + ". Nothing was changed; begin again.");
    return 3;
  }

  private static Map<Integer, Long> positions(List<String> words) {
    var found = new TreeMap<Integer, Long>();
    for (var word : words) {
      var position = POSITION.matcher(word);
      if (position.matches()) {
        found.put(Integer.valueOf(position.group(1)), Long.valueOf(position.group(2)));
      }
    }
    return found;
  }
}
