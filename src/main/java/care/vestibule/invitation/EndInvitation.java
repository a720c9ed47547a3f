package care.vestibule.invitation;

import care.vestibule.accessrequest.RequestAccess;
import care.vestibule.identity.Users;
import care.vestibule.messaging.MessageKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ways an invitation ends other than by enrolment. */
@Component
@Transactional
public class EndInvitation {

  private static final Set<InvitationState> KNOWN_TO_THE_PATIENT =
      EnumSet.of(InvitationState.SENT, InvitationState.ACCEPTED);

  private final InvitationReader stored;
  private final InvitationTransitions transitions;
  private final LinkGenerations generations;
  private final Users users;
  private final InvitationAudit audit;
  private final RequestAccess questions;
  private final NoticeRequests notices;

  EndInvitation(
      InvitationReader stored,
      InvitationTransitions transitions,
      LinkGenerations generations,
      Users users,
      InvitationAudit audit,
      RequestAccess questions,
      NoticeRequests notices) {
    this.stored = stored;
    this.transitions = transitions;
    this.generations = generations;
    this.users = users;
    this.audit = audit;
    this.questions = questions;
    this.notices = notices;
  }

  /**
   * Ends an invitation whose time is up.
   *
   * @return whether the patient was faster, so that the process has to go on
   * @throws IllegalStateException if by the database's clock its time is not up yet, as the engine
   *     may run ahead; asking again later is right then
   */
  public boolean expire(InvitationId id) {
    if (transitions.expire(id)) {
      generations.end(id, LinkState.CLOSED);
      audit.record("process", "INVITATION_EXPIRED", id, "NONE");
      return false;
    }
    var invitation = stored.find(id).orElseThrow(InvitationRefused::unknown);
    if (invitation.isLive()) {
      throw new IllegalStateException("The engine's clock is ahead of the database's");
    }
    return invitation.state() == InvitationState.ACCEPTED;
  }

  /**
   * Closes whatever a withdrawn invitation left open, however the process came to know of it.
   *
   * <p>Takes the questions back again: between the clinic's withdrawal and this step a worker may
   * still have asked another doctor.
   */
  public void finishWithdrawal(InvitationId id, boolean revokeShares) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    if (!withdraw(invitation, revokeShares, "process")) {
      takeQuestionsBack(invitation, revokeShares, "process");
    }
  }

  /**
   * Closes an invitation whose process operations cancel, and whatever it left open; what was
   * shared stays. Doing so twice is doing so once.
   *
   * @throws InvitationRefused if the clinic has no such invitation
   */
  public void cancel(InvitationId id, String actor) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    if (!withdraw(invitation, false, actor)) {
      takeQuestionsBack(invitation, false, actor);
    }
  }

  /** False if there was nothing left to withdraw. */
  boolean withdraw(Invitation invitation, boolean revokeShares, String actor) {
    if (!transitions.withdraw(invitation.id())) {
      return false;
    }
    generations.end(invitation.id(), LinkState.CLOSED);
    if (revokeShares && invitation.state() == InvitationState.ACCEPTED) {
      users.ofPatient(invitation.patient()).ifPresent(user -> users.close(user.id()));
    }
    takeQuestionsBack(invitation, revokeShares, actor);
    if (KNOWN_TO_THE_PATIENT.contains(invitation.state())) {
      notices.order(invitation, MessageKind.WITHDRAWN, Optional.empty());
    }
    return true;
  }

  private void takeQuestionsBack(Invitation invitation, boolean revokeShares, String actor) {
    questions.withdraw(invitation.id().value(), invitation.patient(), revokeShares, actor);
  }
}
