package care.vestibule.process.outbox;

import care.vestibule.process.engine.Background;
import care.vestibule.process.engine.Backoff;
import care.vestibule.process.engine.EngineProperties;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out what the outbox says: claims rows, calls the engine with no transaction open, marks
 * them. As many relays as there are portals work side by side.
 */
@Component
@OnlyIn(Zone.PORTAL)
class OutboxPoller extends Background {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPoller.class);
  private static final int BATCH = 50;
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final OutboxEntries intentions;
  private final OutboxPublisher courier;
  private final Backoff backoff;
  private final Duration polling;

  OutboxPoller(OutboxEntries intentions, OutboxPublisher courier, EngineProperties properties) {
    super("outbox-relay");
    this.intentions = intentions;
    this.courier = courier;
    this.polling = properties.outboxPolling();
    this.backoff = new Backoff(properties.outboxFirstBackoff(), properties.outboxLongestBackoff());
  }

  @Override
  protected void work() {
    while (rest(polling)) {
      try {
        carryOutWhatIsDue();
      } catch (RuntimeException e) {
        // The database is away; the rows are not.
        LOG.warn("The outbox cannot be read: {}", e.getClass().getName());
      }
    }
  }

  private void carryOutWhatIsDue() {
    List<OutboxEntry> due;
    do {
      due = courier.isHeld() ? List.of() : intentions.claim(BATCH, LEASE);
      // Closing waits for all of them.
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        due.forEach(intention -> threads.execute(() -> carryOut(intention)));
      }
    } while (due.size() == BATCH && isRunning());
  }

  private void carryOut(OutboxEntry intention) {
    var slip = intention.slip();
    try {
      if (courier.carriesOut(intention)) {
        intentions.markSent(slip.id());
      } else {
        intentions.postpone(slip.id(), backoff.after(slip.attempts() - 1));
      }
    } catch (RuntimeException e) {
      // Comes again when the claim runs out.
      LOG.warn("Intention {} stays in the outbox: {}", slip.id(), e.getClass().getName());
    }
  }
}
