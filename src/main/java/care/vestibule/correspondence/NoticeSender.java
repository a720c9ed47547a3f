package care.vestibule.correspondence;

import care.vestibule.invitation.NoticeRequests.NoticeRequest;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.Messenger;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells patients what happened to their accounts: taken back, opened with a new key (ASVS 5.0,
 * 6.3.7), or with more to read.
 */
@Component
@OnlyIn(Zone.AGENT)
class NoticeSender {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  private final NoticeMessages letters;
  private final Messenger messenger;
  private final CurrentClinic clinic;

  NoticeSender(NoticeMessages letters, Messenger messenger, CurrentClinic clinic) {
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

  private void send(NoticeRequest request) {
    try {
      clinic.during(
          request.clinic(),
          () -> {
            sendLetters(request);
            letters.done(request);
          });
    } catch (RuntimeException e) {
      // Tried again later; the class is all that is safe to log.
      LOG.warn("A notice could not be sent: {}", e.getClass().getSimpleName());
    }
  }

  private void sendLetters(NoticeRequest request) {
    for (var letter : letters.compose(request)) {
      var delivery = letter.sendBy(messenger);
      if (delivery instanceof Delivery.Sent && NoticeMessages.isOneEnough(request)) {
        return;
      }
    }
  }
}
