package care.vestibule.process.jobs;

import care.vestibule.process.WorkerLoads;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says that this process works on jobs, for as long as it does. */
@Component
class WorkerHeartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerHeartbeat.class);

  private final WorkerRegistry registry;
  private final WorkerLoads loads;
  private final UUID process = UUID.randomUUID();

  WorkerHeartbeat(WorkerRegistry registry, WorkerLoads loads) {
    this.registry = registry;
    this.loads = loads;
  }

  @Scheduled(fixedDelayString = "${vestibule.engine.worker-heartbeat:5s}")
  void beat() {
    if (registry.isRunning()) {
      try {
        loads.note(process, registry.load());
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("Nobody hears that jobs are worked on: {}", e.getClass().getSimpleName());
      }
    }
  }
}
