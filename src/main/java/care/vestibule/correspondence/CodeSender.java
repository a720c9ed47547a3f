package care.vestibule.correspondence;

import care.vestibule.enrolment.CodeRequests.CodeRequest;
import care.vestibule.messaging.Messenger;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends the codes that patients asked for.
 *
 * <p>No step of the process: a code lives ten minutes and concerns nobody but the patient in front
 * of the screen.
 */
@Component
@OnlyIn(Zone.AGENT)
public class CodeSender {

  private static final Logger LOG = LoggerFactory.getLogger(CodeSender.class);

  private final CodeMessages letters;
  private final Messenger messenger;
  private final CurrentClinic clinic;

  CodeSender(CodeMessages letters, Messenger messenger, CurrentClinic clinic) {
    this.letters = letters;
    this.messenger = messenger;
    this.clinic = clinic;
  }

  @Scheduled(fixedDelayString = "${vestibule.invitation.code.poll:PT0.5S}")
  void sendAll() {
    var request = letters.next();
    while (request.isPresent()) {
      send(request.get());
      request = letters.next();
    }
  }

  private void send(CodeRequest request) {
    try {
      clinic.during(
          request.clinic(),
          () -> {
            letters.compose(request).ifPresent(letter -> letter.sendBy(messenger));
            letters.done(request.id());
          });
    } catch (RuntimeException e) {
      // Tried again in a minute; the class is all that is safe to log.
      LOG.warn("A code could not be sent: {}", e.getClass().getSimpleName());
    }
  }
}
