package care.vestibule.invitation;

import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.engine.InvitationProcesses;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds an invitation with its first link, unless the patient has a live one. */
@Component
class NewInvitations {

  private final InvitationReader stored;
  private final InvitationTransitions transitions;
  private final LinkGenerations generations;
  private final InvitationProcesses processes;
  private final InvitationAudit audit;
  private final InvitationProperties properties;

  NewInvitations(
      InvitationReader stored,
      InvitationTransitions transitions,
      LinkGenerations generations,
      InvitationProcesses processes,
      InvitationAudit audit,
      InvitationProperties properties) {
    this.stored = stored;
    this.transitions = transitions;
    this.generations = generations;
    this.processes = processes;
    this.audit = audit;
    this.properties = properties;
  }

  RequestedInvitation add(InvitationRequest request, Patient patient, Actor actor) {
    transitions.expireRenewalOf(request.patient());
    var id = new InvitationId(UUID.randomUUID());
    // The partial unique index decides between two who invite the same patient at once.
    if (!transitions.begin(id, request, properties.life())) {
      return new RequestedInvitation(stored.liveOf(request.patient()).orElseThrow(), false);
    }
    generations.first(id);
    var invitation = stored.find(id).orElseThrow();
    processes.of(invitation).requested(invitation, patient);
    audit.record(actor, "INVITATION_REQUESTED", id, request.purpose().name());
    return new RequestedInvitation(invitation, true);
  }
}
