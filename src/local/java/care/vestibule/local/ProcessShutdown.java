package care.vestibule.local;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.stream.Stream;

/** How a process is brought to its end: asked first, then killed. */
final class ProcessShutdown {

  private static final Duration LAST_WAIT = Duration.ofSeconds(10);

  private ProcessShutdown() {}

  /** Asks the process to end, and kills it with its children if it has not after the patience. */
  static void end(ProcessHandle process, Duration patience) {
    var children = process.descendants().toList();
    process.destroy();
    await(process, patience);
    kill(Stream.concat(Stream.of(process), children.stream()).toList());
  }

  /** Kills the processes and waits until they are gone. */
  static void kill(Iterable<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> await(process, LAST_WAIT));
  }

  private static void await(ProcessHandle process, Duration patience) {
    process.onExit().completeOnTimeout(process, patience.toMillis(), MILLISECONDS).join();
  }
}
