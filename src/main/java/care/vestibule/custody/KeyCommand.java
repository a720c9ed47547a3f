package care.vestibule.custody;

import java.util.List;
import java.util.function.Consumer;

/** A command of {@code java -jar vestibule.jar keys}. */
public interface KeyCommand {

  /** The words it is called with, its own name first, as people read them. */
  String usage();

  /**
   * Does it.
   *
   * @param words what followed the command's name
   * @param out takes one line at a time
   * @throws CommandRefused if it could not
   */
  ExitCode run(List<String> words, Consumer<String> out);

  /** What it is called by. */
  default String name() {
    return usage().split(" ", 2)[0];
  }

  /** The refusal of words that are too many, too few or unknown. */
  default CommandRefused misused() {
    return new CommandRefused(ExitCode.USAGE, "Usage: keys " + usage());
  }
}
