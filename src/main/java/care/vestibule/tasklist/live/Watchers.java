package care.vestibule.tasklist.live;

import care.vestibule.identity.Actor;
import care.vestibule.notification.Inbox;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The task lists that are open at this portal. */
@Component
@OnlyIn(Zone.PORTAL)
public class Watchers {

  // Then the browser connects again, and is asked again who it is.
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Inbox inbox;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

  Watchers(Inbox inbox) {
    this.inbox = inbox;
  }

  /**
   * A stream of server-sent events: {@code changed} when the doctor's list may have, {@code beat}
   * every two seconds so that a silent line is noticed. Neither says anything more.
   */
  public SseEmitter watch(Actor.Doctor doctor) {
    var emitter = new SseEmitter(LIFE.toMillis());
    var watcher = new Watcher(doctor.clinic(), inbox.standIns(doctor.hcp()), emitter);
    emitter.onCompletion(() -> watchers.remove(watcher));
    emitter.onTimeout(emitter::complete);
    watchers.add(watcher);
    watcher.beat();
    return emitter;
  }

  void tell(Hint hint) {
    watchers.stream().filter(watcher -> watcher.isConcernedBy(hint)).forEach(Watcher::tellOfChange);
  }

  /** Hints may have been missed: everybody looks again. */
  void tellAll() {
    watchers.forEach(Watcher::tellOfChange);
  }

  @Scheduled(fixedRateString = "${vestibule.tasks.beat:2s}")
  void beat() {
    watchers.removeIf(Watcher::isGone);
    watchers.forEach(Watcher::beat);
  }
}
