package care.vestibule.invitation;

import care.vestibule.invitation.LinkRequests.LinkRequest;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the links with which patients register a new key; see {@link EngineNews} for why here. */
@Component
@OnlyIn(Zone.AGENT)
class LinkPost {

  private static final Logger LOG = LoggerFactory.getLogger(LinkPost.class);

  private final LinkRequests requests;
  private final InvitationPost post;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  LinkPost(
      LinkRequests requests,
      InvitationPost post,
      CurrentClinic clinic,
      TransactionTemplate transactions) {
    this.requests = requests;
    this.post = post;
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

  private void send(LinkRequest request) {
    try {
      clinic.during(request.clinic(), () -> post.sendRenewal(request.invitation()));
      transactions.executeWithoutResult(status -> requests.done(request));
    } catch (RuntimeException e) {
      // Tried again later; the class is all that is safe to log.
      LOG.warn("A link could not be sent: {}", e.getClass().getSimpleName());
    }
  }
}
