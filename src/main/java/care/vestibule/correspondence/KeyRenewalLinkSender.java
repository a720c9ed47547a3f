package care.vestibule.correspondence;

import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.LinkRequests;
import care.vestibule.invitation.LinkRequests.LinkRequest;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the links that are no step of the process: those with which patients register a new key,
 * see {@link InvitationProcesses} for why, and those that no server took when it was their time.
 */
@Component
@OnlyIn(Zone.AGENT)
class KeyRenewalLinkSender {

  private static final Logger LOG = LoggerFactory.getLogger(KeyRenewalLinkSender.class);

  private final LinkRequests requests;
  private final LinkSender post;
  private final InvitationReader stored;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  KeyRenewalLinkSender(
      LinkRequests requests,
      LinkSender post,
      InvitationReader stored,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.requests = requests;
    this.post = post;
    this.stored = stored;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  @Scheduled(fixedDelayString = "${vestibule.invitation.code.poll:PT0.5S}")
  void sendAll() {
    var request = next();
    while (request.isPresent()) {
      send(request.get());
      request = next();
    }
  }

  private Optional<LinkRequest> next() {
    return transactions.execute(status -> requests.take());
  }

  private void send(InvitationId id) {
    var purpose = transactions.execute(status -> stored.find(id).map(Invitation::purpose));
    if (Optional.of(InvitationPurpose.NEW_KEY).equals(purpose)) {
      post.sendRenewal(id);
    } else {
      post.sendPostponed(id);
    }
  }

  private void send(LinkRequest request) {
    try {
      clinic.during(request.clinic(), () -> send(request.invitation()));
      transactions.executeWithoutResult(status -> requests.done(request));
    } catch (NotSentYet e) {
      e.patience()
          .ifPresent(
              patience ->
                  transactions.executeWithoutResult(status -> requests.putOff(request, patience)));
    } catch (RuntimeException e) {
      // Tried again later; the class is all that is safe to log.
      LOG.warn("A link could not be sent: {}", e.getClass().getSimpleName());
    }
  }
}
