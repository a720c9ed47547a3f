package care.vestibule.monitoring.operations;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.AccessRequests;
import care.vestibule.accessrequest.deputy.Assignments;
import care.vestibule.audit.AuditEvent;
import care.vestibule.audit.AuditLog;
import care.vestibule.directory.HcpId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.invitation.EndInvitation;
import care.vestibule.invitation.ExtendInvitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.Invitations;
import care.vestibule.invitation.ListedInvitations;
import care.vestibule.invitation.RefusalReason;
import care.vestibule.monitoring.deadlines.Deadline;
import care.vestibule.monitoring.deadlines.LegalDeadlines;
import care.vestibule.monitoring.operations.OperationRefused.Why;
import care.vestibule.monitoring.processes.ProcessInstance;
import care.vestibule.monitoring.processes.ProcessInstanceState;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides what operations want, and does all of it that is Vestibule's; needs a transaction. */
@Component
@OnlyIn(Zone.PORTAL)
class OperationDecisions {

  private final ExtendInvitation extensions;
  private final EndInvitation ends;
  private final ListedInvitations invitations;
  private final Invitations steps;
  private final AccessRequests notifications;
  private final Assignments assignments;
  private final LegalDeadlines laws;
  private final OperationActions rows;
  private final AuditLog audit;
  private final Clock clock;

  OperationDecisions(
      ExtendInvitation extensions,
      EndInvitation ends,
      ListedInvitations invitations,
      Invitations steps,
      AccessRequests notifications,
      Assignments assignments,
      LegalDeadlines laws,
      OperationActions rows,
      AuditLog audit,
      Clock clock) {
    this.extensions = extensions;
    this.ends = ends;
    this.invitations = invitations;
    this.steps = steps;
    this.notifications = notifications;
    this.assignments = assignments;
    this.laws = laws;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  OperationAction decide(ProcessInstance process, OperationOrder order, Actor.Operations actor) {
    var invitation = process.invitation().orElseThrow(() -> new OperationRefused(Why.NOT_WAITING));
    var until =
        switch (order.kind()) {
          case EXTEND -> extend(process, invitation, order.days(), actor);
          case HAND_OVER -> handOver(invitation, order, actor);
          case CANCEL -> cancel(process, invitation, actor);
          case MORE_TIME -> moreTime(invitation);
          case RESEND -> resend(process, invitation, actor);
          case WITHDRAW -> withdraw(process, invitation, actor);
        };
    var id = rows.add(order, process.key(), invitation, until, actor.reference());
    audit.record(
        new AuditEvent(
            actor.reference(),
            "PROCESS_" + order.kind(),
            "invitation:" + invitation,
            order.reason().name()));
    return rows.find(id).orElseThrow();
  }

  private Optional<Instant> extend(
      ProcessInstance process, UUID invitation, int days, Actor.Operations actor) {
    if (!process.standsAt().contains(Operations.WAITING)) {
      throw new OperationRefused(Why.NOT_WAITING);
    }
    try {
      return Optional.of(extensions.extend(new InvitationId(invitation), days, actor).expiresAt());
    } catch (InvitationRefused e) {
      throw new OperationRefused(Why.NOT_WAITING);
    }
  }

  private Optional<Instant> handOver(
      UUID invitation, OperationOrder order, Actor.Operations actor) {
    var id = new AccessRequestId(order.notification().orElseThrow());
    if (notifications.find(id).filter(one -> one.invitation().equals(invitation)).isEmpty()) {
      throw Problem.notFound();
    }
    try {
      assignments.handOver(id, actor, new HcpId(order.colleague().orElseThrow()));
      return Optional.empty();
    } catch (Problem e) {
      throw new OperationRefused(e.slug().equals("no-colleague") ? Why.NO_COLLEAGUE : Why.NOT_OPEN);
    }
  }

  private Optional<Instant> resend(
      ProcessInstance process, UUID invitation, Actor.Operations actor) {
    if (process.state() == ProcessInstanceState.ENDED) {
      throw new OperationRefused(Why.ENDED);
    }
    try {
      steps.resend(new InvitationId(invitation), actor);
      return Optional.empty();
    } catch (InvitationRefused e) {
      throw new OperationRefused(
          e.reason() == RefusalReason.AT_THE_DESK ? Why.AT_THE_DESK : Why.NOT_WAITING);
    }
  }

  private Optional<Instant> withdraw(
      ProcessInstance process, UUID invitation, Actor.Operations actor) {
    if (process.state() == ProcessInstanceState.ENDED) {
      throw new OperationRefused(Why.ENDED);
    }
    try {
      steps.withdraw(new InvitationId(invitation), true, actor);
      return Optional.empty();
    } catch (InvitationRefused e) {
      throw new OperationRefused(Why.ENDED);
    }
  }

  private Optional<Instant> cancel(
      ProcessInstance process, UUID invitation, Actor.Operations actor) {
    if (process.state() == ProcessInstanceState.ENDED) {
      throw new OperationRefused(Why.ENDED);
    }
    closeWhatHangsOn(invitation, actor.reference());
    return Optional.empty();
  }

  /** Closes the invitation and open requests; needs a transaction, as all here does. */
  void closeWhatHangsOn(UUID invitation, String actor) {
    var id = new InvitationId(invitation);
    // Somebody else may have started a process about nothing of ours.
    if (invitations.find(id).isPresent()) {
      ends.cancel(id, actor);
    }
  }

  private Optional<Instant> moreTime(UUID invitation) {
    var deadline = laws.of(invitation).orElseThrow(() -> new OperationRefused(Why.NOT_OPEN));
    if (deadline.extended()) {
      throw new OperationRefused(Why.EXTENDED_ALREADY);
    }
    if (deadline.stateAt(clock.instant()) == Deadline.State.LATE) {
      throw new OperationRefused(Why.TOO_LATE);
    }
    return Optional.of(laws.dueExtended(deadline));
  }
}
