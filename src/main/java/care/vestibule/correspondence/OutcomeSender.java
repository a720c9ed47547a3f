package care.vestibule.correspondence;

import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationOutcome;
import care.vestibule.messaging.Delivery;
import care.vestibule.messaging.Messenger;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.springframework.stereotype.Component;

/**
 * Tells patients what became of their wish, without a word about health.
 *
 * <p>Not to be called inside a transaction.
 */
@Component
@OnlyIn(Zone.AGENT)
public class OutcomeSender {

  private final OutcomeMessages letters;
  private final Messenger messenger;

  OutcomeSender(OutcomeMessages letters, Messenger messenger) {
    this.letters = letters;
    this.messenger = messenger;
  }

  /** Tells the patient; one who cannot be reached finds it on the patient page all the same. */
  public void tell(InvitationId id, InvitationOutcome outcome) {
    for (var letter : letters.compose(id, outcome)) {
      var delivery = letter.sendBy(messenger);
      if (delivery instanceof Delivery.Sent) {
        letters.told(id, outcome);
        return;
      }
    }
    letters.untold(id, outcome);
  }

  /** Whether the invitation has not run out yet, so that a mail server may take its time. */
  public boolean isInTime(InvitationId id) {
    return letters.isInTime(id);
  }
}
