package care.vestibule.correspondence;

import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationLinks;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.messaging.MessageKey;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.MessageReturned;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for another way when a message with a link turns out not to have arrived. */
@Component
class BouncedLinks {

  private static final Set<MessageKind> WITH_LINK =
      EnumSet.of(MessageKind.INVITATION, MessageKind.REMINDER, MessageKind.FRESH_LINK);

  private final InvitationReader stored;
  private final InvitationLinks links;
  private final InvitationProcesses processes;
  private final InvitationAudit audit;

  BouncedLinks(
      InvitationReader stored,
      InvitationLinks links,
      InvitationProcesses processes,
      InvitationAudit audit) {
    this.stored = stored;
    this.links = links;
    this.processes = processes;
    this.audit = audit;
  }

  @EventListener
  void on(MessageReturned returned) {
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
    processes.of(invitation).messageBounced(invitation, key.channel().name());
  }
}
