package care.vestibule.correspondence;

import care.vestibule.identity.KeyHandedOut;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.NoticeRequests;
import care.vestibule.messaging.MessageKind;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has patients asked whether it was them who gave a device their key. */
@Component
class NewKeyNotices {

  private final InvitationReader stored;
  private final NoticeRequests notices;

  NewKeyNotices(InvitationReader stored, NoticeRequests notices) {
    this.stored = stored;
    this.notices = notices;
  }

  @EventListener
  void on(KeyHandedOut handedOut) {
    // By every channel: nobody knows which one the person with the code has in hand.
    stored
        .latestOf(handedOut.patient())
        .ifPresent(invitation -> notices.order(invitation, MessageKind.NEW_KEY, Optional.empty()));
  }
}
