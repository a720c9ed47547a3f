package care.vestibule.tasklist;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.accessrequest.PersonCheck;
import care.vestibule.accessrequest.PersonChecks;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.ListedInvitations;
import care.vestibule.messaging.Channel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage;
import care.vestibule.process.OutboxLag;
import care.vestibule.tasklist.Comments.Comment;
import care.vestibule.tasklist.TaskContexts.Proof;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what surrounds a request; needs a transaction around it. */
@Component
class TaskContexts {

  private static final Set<MessageKind> LINKS =
      EnumSet.of(MessageKind.INVITATION, MessageKind.REMINDER, MessageKind.FRESH_LINK);

  private final Invitations invitations;
  private final ListedInvitations listed;
  private final MessageHistory messages;
  private final HealthcareProfessionals professionals;
  private final OtherDoctors others;
  private final TaskHistory history;
  private final Comments comments;
  private final PersonChecks checks;
  private final OutboxLag outbox;

  TaskContexts(
      Invitations invitations,
      ListedInvitations listed,
      MessageHistory messages,
      HealthcareProfessionals professionals,
      OtherDoctors others,
      TaskHistory history,
      Comments comments,
      PersonChecks checks,
      OutboxLag outbox) {
    this.invitations = invitations;
    this.listed = listed;
    this.messages = messages;
    this.professionals = professionals;
    this.others = others;
    this.history = history;
    this.comments = comments;
    this.checks = checks;
    this.outbox = outbox;
  }

  TaskContext of(AccessRequest request) {
    var id = new InvitationId(request.invitation());
    var posted = messages.of(listed.messageSubjects(id));
    return new TaskContext(
        proof(invitations.find(id), posted),
        others.of(request),
        history.of(request.id()),
        posted,
        comments.of(request.id()),
        checks.of(request.id()),
        outbox.waitsToComplete(request.id().value()));
  }

  private Proof proof(Optional<Invitation> invitation, List<SentMessage> posted) {
    return new Proof(
        invitation
            .flatMap(found -> professionals.find(found.invitedBy()))
            .map(hcp -> hcp.displayName())
            .orElse(""),
        newest(posted, LINKS),
        newest(posted, EnumSet.of(MessageKind.CODE)),
        invitation.flatMap(Invitation::acceptedAt));
  }

  private static Optional<Channel> newest(List<SentMessage> posted, Set<MessageKind> kinds) {
    return posted.stream()
        .filter(message -> message.fate() == SentMessage.Fate.SENT)
        .filter(message -> kinds.contains(message.kind()))
        .map(SentMessage::channel)
        .findFirst();
  }

  /**
   * How the one who asks came in.
   *
   * @param invitedBy the name of the doctor in whose name the patient was invited
   * @param link the way the link went; empty if none was handed over
   * @param code the way the code went; empty if the link alone was enough
   * @param enrolled when the key was registered
   */
  public record Proof(
      String invitedBy,
      Optional<Channel> link,
      Optional<Channel> code,
      Optional<Instant> enrolled) {}

  /**
   * What surrounds a request.
   *
   * @param messages to the patient about the invitation, the newest first
   * @param waitsForEngine whether the answer is recorded and the engine has not taken it yet
   */
  public record TaskContext(
      Proof proof,
      List<OtherDoctor> others,
      List<HistoryLine> history,
      List<SentMessage> messages,
      List<Comment> comments,
      Optional<PersonCheck> check,
      boolean waitsForEngine) {}
}
