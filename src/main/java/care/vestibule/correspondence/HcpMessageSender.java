package care.vestibule.correspondence;

import care.vestibule.correspondence.HcpMessageRequests.HcpMessageRequest;
import care.vestibule.messaging.Messenger;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails doctors what waits for them, and tries again for as long as it is worth saying.
 *
 * <p>Beside the process: a mail that no server takes holds nobody's request up. What is sent or
 * refused for good is recorded by the {@link Messenger}, which sends nothing twice.
 */
@Component
@OnlyIn(Zone.AGENT)
class HcpMessageSender {

  private static final Logger LOG = LoggerFactory.getLogger(HcpMessageSender.class);

  private final HcpMessageRequests requests;
  private final ReminderMessages nudges;
  private final DigestMessages digests;
  private final Messenger messenger;
  private final CurrentClinic current;

  HcpMessageSender(
      HcpMessageRequests requests,
      ReminderMessages nudges,
      DigestMessages digests,
      Messenger messenger,
      CurrentClinic current) {
    this.requests = requests;
    this.nudges = nudges;
    this.digests = digests;
    this.messenger = messenger;
    this.current = current;
  }

  @Scheduled(fixedDelayString = "${vestibule.tasks.mail-poll:PT0.5S}")
  void sendAll() {
    var request = requests.take();
    while (request.isPresent()) {
      send(request.get());
      request = requests.take();
    }
  }

  private void send(HcpMessageRequest request) {
    try {
      current.during(
          request.clinic(),
          () ->
              letter(request)
                  .ifPresent(letter -> messenger.send(letter.key(), letter.to(), letter.facts())));
      requests.done(request);
    } catch (NotSentYet e) {
      e.patience().ifPresent(patience -> requests.putOff(request, patience));
    } catch (RuntimeException e) {
      // Tried again later; the class is all that is safe to log.
      LOG.warn("A mail to a doctor could not be sent: {}", e.getClass().getSimpleName());
    }
  }

  private Optional<HcpMessage> letter(HcpMessageRequest request) {
    if (request.outlived()) {
      return Optional.empty();
    }
    return request
        .about()
        .map(about -> nudges.letter(about, request.key()))
        .orElseGet(() -> digests.letter(request.clinic(), request.key()));
  }
}
