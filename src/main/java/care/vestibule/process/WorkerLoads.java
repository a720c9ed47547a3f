package care.vestibule.process;

import java.util.List;
import java.util.UUID;

/** Which processes work on jobs, as they say themselves every few seconds. */
public interface WorkerLoads {

  /** Notes what a process has to do; whatever it said before is forgotten. */
  void note(UUID process, WorkerLoad load);

  /** Those of the processes that were heard during the last half minute. */
  List<WorkerLoad> heard();
}
