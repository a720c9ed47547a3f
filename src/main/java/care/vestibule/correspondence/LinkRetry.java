package care.vestibule.correspondence;

import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.LinkRequests;
import care.vestibule.messaging.NotSentYet;
import care.vestibule.tenancy.CurrentClinic;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps trying to send a link for as long as its invitation lives.
 *
 * <p>A job of the engine has so many tries and then needs a person; a mail server that is down for
 * an afternoon needs none.
 */
@Component
@OnlyIn(Zone.AGENT)
public class LinkRetry {

  private final LinkRequests requests;
  private final CurrentClinic clinic;
  private final TransactionTemplate transactions;

  LinkRetry(LinkRequests requests, CurrentClinic clinic, TransactionTemplate transactions) {
    this.requests = requests;
    this.clinic = clinic;
    this.transactions = transactions;
  }

  /** Sends now, and if no server takes it, later. */
  public void sendNowOrLater(InvitationId id, Runnable sending) {
    try {
      sending.run();
    } catch (NotSentYet e) {
      transactions.executeWithoutResult(status -> requests.order(clinic.get(), id, e.patience()));
    }
  }
}
