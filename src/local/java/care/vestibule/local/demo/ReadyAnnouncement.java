package care.vestibule.local.demo;

import care.vestibule.local.LocalStack;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where everything is, once everything is there. */
@Component
@Profile("local")
final class ReadyAnnouncement {

  private static final Logger LOG = LoggerFactory.getLogger(ReadyAnnouncement.class);
  private static final Duration BUDGET = Duration.ofMinutes(2);

  private final LocalStack stack;
  private final DemoClinic demo;
  private final Clock clock;

  ReadyAnnouncement(LocalStack stack, DemoClinic demo, Clock clock) {
    this.stack = stack;
    this.demo = demo;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void announce() {
    // While the broker gets ready there is time for this.
    var access = demo.open();
    stack.awaitReady(BUDGET);
    var base = "http://localhost:" + stack.settings().ports().web();
    var secrets = stack.settings().directory().resolve("secrets");
    LOG.info("{}", ReadyText.of(base, secondsSinceStart(), secrets, access));
  }

  private String secondsSinceStart() {
    var uptime = clock.millis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    return String.format(Locale.ROOT, "%.1f", uptime / 1000.0);
  }
}
