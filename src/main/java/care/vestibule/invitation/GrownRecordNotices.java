package care.vestibule.invitation;

import care.vestibule.messaging.MessageKind;
import care.vestibule.notification.RecordGrown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has patients told that there is more to read. */
@Component
class GrownRecordNotices {

  private final StoredInvitations stored;
  private final NoticeRequests notices;

  GrownRecordNotices(StoredInvitations stored, NoticeRequests notices) {
    this.stored = stored;
    this.notices = notices;
  }

  // In the transaction that ends the share: it is told if and only if it is shared.
  @EventListener
  void on(RecordGrown grown) {
    stored
        .find(new InvitationId(grown.invitation()))
        .ifPresent(invitation -> notices.orderEach(invitation, MessageKind.RECORD_MORE_OPEN));
  }
}
