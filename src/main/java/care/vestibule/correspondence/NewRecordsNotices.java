package care.vestibule.correspondence;

import care.vestibule.accessrequest.RecordsAdded;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.NoticeRequests;
import care.vestibule.messaging.MessageKind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has patients told that there is more to read. */
@Component
class NewRecordsNotices {

  private final InvitationReader stored;
  private final NoticeRequests notices;

  NewRecordsNotices(InvitationReader stored, NoticeRequests notices) {
    this.stored = stored;
    this.notices = notices;
  }

  // In the transaction that ends the share: it is told if and only if it is shared.
  @EventListener
  void on(RecordsAdded grown) {
    stored
        .find(new InvitationId(grown.invitation()))
        .ifPresent(invitation -> notices.orderEach(invitation, MessageKind.RECORD_MORE_OPEN));
  }
}
