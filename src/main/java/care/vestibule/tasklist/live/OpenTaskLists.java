package care.vestibule.tasklist.live;

import care.vestibule.accessrequest.HcpAccessRequests;
import care.vestibule.identity.Actor;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The task lists that are open at this portal.
 *
 * <p>They end before the web server does, which waits for every request that is still answered; the
 * browsers then ask again, whichever portal is there.
 */
@Component
@OnlyIn(Zone.PORTAL)
public class OpenTaskLists implements SmartLifecycle {

  // Then the browser connects again, and is asked again who it is.
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final HcpAccessRequests inbox;
  private final Set<OpenTaskList> watchers = ConcurrentHashMap.newKeySet();
  private volatile boolean open;

  OpenTaskLists(HcpAccessRequests inbox) {
    this.inbox = inbox;
  }

  /**
   * A stream of server-sent events: {@code changed} when the doctor's list may have, {@code beat}
   * every two seconds so that a silent line is noticed. Neither says anything more.
   */
  public SseEmitter watch(Actor.Doctor doctor) {
    var emitter = new SseEmitter(LIFE.toMillis());
    var watcher = new OpenTaskList(doctor.clinic(), inbox.standIns(doctor.hcp()), emitter);
    emitter.onCompletion(() -> watchers.remove(watcher));
    emitter.onTimeout(emitter::complete);
    watchers.add(watcher);
    watcher.beat();
    if (!open) {
      watcher.end();
    }
    return emitter;
  }

  @Override
  public void start() {
    open = true;
  }

  @Override
  public void stop() {
    open = false;
    watchers.forEach(OpenTaskList::end);
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  void tell(TaskChange hint) {
    watchers.stream()
        .filter(watcher -> watcher.isConcernedBy(hint))
        .forEach(OpenTaskList::tellOfChange);
  }

  /** Hints may have been missed: everybody looks again. */
  void tellAll() {
    watchers.forEach(OpenTaskList::tellOfChange);
  }

  @Scheduled(fixedRateString = "${vestibule.tasks.beat:2s}")
  void beat() {
    watchers.removeIf(OpenTaskList::isGone);
    watchers.forEach(OpenTaskList::beat);
  }
}
