package care.vestibule.invitation;

import care.vestibule.identity.KeyHandedOut;
import care.vestibule.messaging.MessageKind;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has patients asked whether it was them who gave a device their key. */
@Component
class KeyNotices {

  private final StoredInvitations stored;
  private final NoticeRequests notices;

  KeyNotices(StoredInvitations stored, NoticeRequests notices) {
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
