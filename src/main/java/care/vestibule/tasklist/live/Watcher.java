package care.vestibule.tasklist.live;

import care.vestibule.notification.StandIns;
import care.vestibule.tenancy.ClinicId;
import java.io.IOException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open task list. */
record Watcher(ClinicId clinic, StandIns doctor, SseEmitter emitter) {

  boolean isConcernedBy(Hint hint) {
    var me = doctor.doctor().value();
    return clinic.value().equals(hint.clinic())
        && (hint.forDeputies()
            || me.equals(hint.hcp())
            || me.equals(hint.handler())
            || doctor.absent().stream().anyMatch(absent -> absent.value().equals(hint.hcp())));
  }

  /** False if nobody listens any more. */
  boolean tell(String event) {
    try {
      emitter.send(SseEmitter.event().name(event).data(""));
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }
}
