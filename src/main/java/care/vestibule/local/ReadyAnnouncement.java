package care.vestibule.local;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says where everything is, once everything is there. */
@Component
@Profile("local")
final class ReadyAnnouncement {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyAnnouncement.class);
  private static final Duration BUDGET = Duration.ofMinutes(2);

  private final LocalStack stack;
  private final Clock clock;

  ReadyAnnouncement(LocalStack stack, Clock clock) {
    this.stack = stack;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Order
  void announce() {
    stack.awaitReady(BUDGET);
    LOG.info(
        """
        Vestibule is ready after {} s.

          doctors      {}/tasks
          operations   {}/monitor
          patients     {}/my
          mailbox      {}/local/mailbox   (e-mail and SMS: click the link as the patient would)
        """
            .replace("{}/", "http://localhost:" + stack.settings().ports().web() + "/"),
        secondsSinceStart());
  }

  private String secondsSinceStart() {
    var uptime = clock.millis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    return String.format(Locale.ROOT, "%.1f", uptime / 1000.0);
  }
}
