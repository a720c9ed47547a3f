package care.vestibule.invitation;

import care.vestibule.directory.Patient;
import care.vestibule.identity.Actor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds an invitation with its first link, unless the patient has a live one. */
@Component
class NewInvitations {

  private final StoredInvitations stored;
  private final InvitationTransitions transitions;
  private final LinkGenerations generations;
  private final EngineNews news;
  private final InvitationAudit audit;
  private final InvitationProperties properties;

  NewInvitations(
      StoredInvitations stored,
      InvitationTransitions transitions,
      LinkGenerations generations,
      EngineNews news,
      InvitationAudit audit,
      InvitationProperties properties) {
    this.stored = stored;
    this.transitions = transitions;
    this.generations = generations;
    this.news = news;
    this.audit = audit;
    this.properties = properties;
  }

  Requested add(InvitationRequest request, Patient patient, Actor actor) {
    transitions.expireRenewalOf(request.patient());
    var id = new InvitationId(UUID.randomUUID());
    // The partial unique index decides between two who invite the same patient at once.
    if (!transitions.begin(id, request, properties.life())) {
      return new Requested(stored.liveOf(request.patient()).orElseThrow(), false);
    }
    generations.first(id);
    var invitation = stored.find(id).orElseThrow();
    news.requested(invitation, patient);
    audit.record(actor, "INVITATION_REQUESTED", id, request.purpose().name());
    return new Requested(invitation, true);
  }
}
