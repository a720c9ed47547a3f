package care.vestibule.tasklist.live;

import care.vestibule.accessrequest.deputy.DeputyScope;
import care.vestibule.tenancy.ClinicId;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open task list; whoever reads slowly holds up nobody but themselves. */
final class OpenTaskList {

  private final ClinicId clinic;
  private final DeputyScope doctor;
  private final SseEmitter emitter;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicBoolean speaking = new AtomicBoolean();
  private volatile boolean gone;

  OpenTaskList(ClinicId clinic, DeputyScope doctor, SseEmitter emitter) {
    this.clinic = clinic;
    this.doctor = doctor;
    this.emitter = emitter;
  }

  boolean isConcernedBy(TaskChange hint) {
    var me = doctor.doctor().value();
    return clinic.value().equals(hint.clinic())
        && (hint.forDeputies()
            || me.equals(hint.hcp())
            || me.equals(hint.handler())
            || doctor.absent().stream().anyMatch(absent -> absent.value().equals(hint.hcp())));
  }

  boolean isGone() {
    return gone;
  }

  /** Says that something changed, once more or once for all that was not said yet. */
  void tellOfChange() {
    changed.set(true);
    speak();
  }

  /** Says that the line is alive. */
  void beat() {
    speak();
  }

  /** Says nothing more; the browser learns that the line has ended. */
  void end() {
    gone = true;
    onItsOwn(emitter::complete);
  }

  // On a thread of its own: a browser that takes nothing keeps the write waiting.
  private void speak() {
    if (speaking.compareAndSet(false, true)) {
      onItsOwn(this::sayEverything);
    }
  }

  private static void onItsOwn(Runnable work) {
    Thread.ofVirtual().name("task-watcher").start(work);
  }

  private void sayEverything() {
    try {
      do {
        send(changed.getAndSet(false) ? "changed" : "beat");
      } while (changed.get() && !gone);
    } finally {
      speaking.set(false);
    }
    if (changed.get() && !gone) {
      speak();
    }
  }

  private void send(String event) {
    try {
      emitter.send(SseEmitter.event().name(event).data(""));
    } catch (IOException | IllegalStateException e) {
      gone = true;
    }
  }
}
