package care.vestibule.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The server process of a PostgreSQL data directory, found by the file it keeps there. */
final class PostmasterFile {

  private PostmasterFile() {}

  /** The running postmaster; its file holds process id, directory, and start in epoch seconds. */
  static Optional<ProcessHandle> findAlive(Path data) {
    var file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var lines = Files.readAllLines(file);
      return lines.size() < 3 ? Optional.empty() : findAlive(lines.get(0), lines.get(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> findAlive(String pid, String started) {
    return ChildRecord.findAlive(
        Long.parseLong(pid.strip()), Instant.ofEpochSecond(Long.parseLong(started.strip())));
  }

  static void killWithBackends(ProcessHandle postmaster) {
    var backends = postmaster.descendants().toList();
    ProcessShutdown.kill(Stream.concat(Stream.of(postmaster), backends.stream()).toList());
  }
}
