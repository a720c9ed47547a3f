package care.vestibule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A file that remembers a child process, so that the next start can end one that outlived us. */
final class ChildRecord {

  // The kernel tells starts in ticks since boot; the sum can shift by a moment with the clock.
  private static final Duration CLOCK_SHIFT = Duration.ofSeconds(2);

  private final Path file;

  ChildRecord(Path file) {
    this.file = file;
  }

  /** Remembers the process by its id and start, because the id alone is used again. */
  void write(ProcessHandle child) {
    try {
      var started = child.info().startInstant().orElse(Instant.EPOCH);
      Files.writeString(file, child.pid() + "\n" + started + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The remembered process, if it still runs and is not merely another one with the same id. */
  Optional<ProcessHandle> findAlive() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var lines = Files.readAllLines(file);
      return lines.size() < 2
          ? Optional.empty()
          : findAlive(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process with this id, if it started at this instant. */
  static Optional<ProcessHandle> findAlive(long pid, Instant started) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> process.info().startInstant().filter(at -> near(at, started)).isPresent());
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCK_SHIFT) <= 0;
  }

  void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
