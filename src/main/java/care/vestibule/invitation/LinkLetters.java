package care.vestibule.invitation;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientState;
import care.vestibule.directory.Patients;
import care.vestibule.messaging.MessageKind;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the message with the link that is valid now, and makes the link recognisable. */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class LinkLetters {

  private final StoredInvitations stored;
  private final InvitationLinks links;
  private final LinkGenerations generations;
  private final Patients patients;
  private final LinkComposer composer;
  private final Letters letters;

  LinkLetters(
      StoredInvitations stored,
      InvitationLinks links,
      LinkGenerations generations,
      Patients patients,
      LinkComposer composer,
      Letters letters) {
    this.stored = stored;
    this.links = links;
    this.generations = generations;
    this.patients = patients;
    this.composer = composer;
    this.letters = letters;
  }

  Composition compose(InvitationId id, MessageKind kind, int sequence) {
    var invitation = stored.lock(id).filter(Invitation::isLive);
    if (invitation.isEmpty()) {
      return new Composition.Needless();
    }
    var link = links.find(id, invitation.get().generation()).orElseThrow();
    if (kind != MessageKind.REMINDER && link.reachedSomebody()) {
      return new Composition.Needless();
    }
    if (link.isExpired()) {
      return compose(renewed(id), kind, sequence);
    }
    return compose(new AuthenticLink(invitation.get(), link), kind, sequence);
  }

  private AuthenticLink renewed(InvitationId id) {
    int generation = generations.next(id).orElseThrow();
    return new AuthenticLink(
        stored.find(id).orElseThrow(), links.find(id, generation).orElseThrow());
  }

  private Composition compose(AuthenticLink current, MessageKind kind, int sequence) {
    var invitation = current.invitation();
    var link = current.link();
    var patient = patients.find(invitation.patient()).orElseThrow();
    return contactFor(patient, invitation, link)
        .<Composition>map(
            to -> {
              var composed = composer.compose(link);
              links.composed(
                  invitation.id(),
                  link.generation(),
                  composed.secretHash(),
                  ContactChoice.channelOf(to));
              var validity =
                  links.find(invitation.id(), link.generation()).flatMap(InvitationLink::remaining);
              return new Composition.Ready(
                  letters.withLink(
                      kind, sequence, invitation, patient, to, composed.url(), validity));
            })
        .orElseGet(() -> new Composition.Unreachable(link.generation()));
  }

  // A patient who died since must not get mail from us; the desk is told instead.
  private static Optional<Contact> contactFor(
      Patient patient, Invitation invitation, InvitationLink link) {
    return patient.state() == PatientState.ACTIVE
        ? ContactChoice.of(patient).inOrder(invitation.wish()).stream()
            .filter(contact -> !link.failed().contains(ContactChoice.channelOf(contact)))
            .findFirst()
        : Optional.empty();
  }
}
