package care.vestibule.invitation;

import care.vestibule.messaging.MessageCameBack;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for another way when a message with a link turns out not to have arrived. */
@Component
class ReturnedLinks {

  private static final Set<MessageKind> WITH_LINK =
      EnumSet.of(MessageKind.INVITATION, MessageKind.REMINDER, MessageKind.FRESH_LINK);

  private final StoredInvitations stored;
  private final InvitationLinks links;
  private final EngineNews news;
  private final InvitationAudit audit;

  ReturnedLinks(
      StoredInvitations stored, InvitationLinks links, EngineNews news, InvitationAudit audit) {
    this.stored = stored;
    this.links = links;
    this.news = news;
    this.audit = audit;
  }

  @EventListener
  void on(MessageCameBack returned) {
    if (WITH_LINK.contains(returned.key().kind())) {
      stored
          .lock(new InvitationId(returned.key().subject()))
          .filter(Invitation::isLive)
          // A newer link may have gone to a better address.
          .filter(invitation -> invitation.generation() == returned.key().generation())
          .ifPresent(invitation -> lookForAnotherWay(invitation, returned.key()));
    }
  }

  private void lookForAnotherWay(Invitation invitation, MessageKey key) {
    links.failed(invitation.id(), key.generation(), key.channel());
    audit.record("agent", "MESSAGE_CAME_BACK", invitation.id(), key.kind() + ":" + key.channel());
    news.deliveryFailed(invitation, key.channel().name());
  }
}
