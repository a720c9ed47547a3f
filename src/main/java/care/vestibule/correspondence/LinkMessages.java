package care.vestibule.correspondence;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientState;
import care.vestibule.directory.Patients;
import care.vestibule.enrolment.AuthenticLink;
import care.vestibule.invitation.ContactChoice;
import care.vestibule.invitation.ContactChoices;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationLink;
import care.vestibule.invitation.InvitationLinks;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.LinkGenerations;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the message with the link that is valid now, and makes the link recognisable. */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class LinkMessages {

  private final InvitationReader stored;
  private final InvitationLinks links;
  private final LinkGenerations generations;
  private final Patients patients;
  private final LinkComposer composer;
  private final PatientMessageTexts letters;
  private final ContactChoices choices;

  LinkMessages(
      InvitationReader stored,
      InvitationLinks links,
      LinkGenerations generations,
      Patients patients,
      LinkComposer composer,
      PatientMessageTexts letters,
      ContactChoices choices) {
    this.stored = stored;
    this.links = links;
    this.generations = generations;
    this.patients = patients;
    this.composer = composer;
    this.letters = letters;
    this.choices = choices;
  }

  ComposedMessage compose(InvitationId id, MessageKind kind, int sequence) {
    var invitation = stored.lock(id).filter(Invitation::isLive);
    if (invitation.isEmpty()) {
      return new ComposedMessage.Needless();
    }
    var link = links.find(id, invitation.get().generation()).orElseThrow();
    if (kind != MessageKind.REMINDER && link.reachedSomebody()) {
      return new ComposedMessage.Needless();
    }
    // One that nobody got yet only starts its life anew: the same message stays the same message.
    if (link.sent() && link.isExpired()) {
      return compose(renewed(id), kind, sequence);
    }
    return compose(new AuthenticLink(invitation.get(), link), kind, sequence);
  }

  private AuthenticLink renewed(InvitationId id) {
    int generation = generations.next(id).orElseThrow();
    return new AuthenticLink(
        stored.find(id).orElseThrow(), links.find(id, generation).orElseThrow());
  }

  private ComposedMessage compose(AuthenticLink current, MessageKind kind, int sequence) {
    var invitation = current.invitation();
    var link = current.link();
    var patient = patients.find(invitation.patient()).orElseThrow();
    if (invitation.wish() == RequestedChannel.LETTER) {
      return onPaper(current, kind, patient);
    }
    return contactFor(patient, invitation, link)
        .map(to -> compose(current, kind, sequence, patient, to))
        .orElseGet(() -> new ComposedMessage.Unreachable(link.generation()));
  }

  private ComposedMessage onPaper(AuthenticLink current, MessageKind kind, Patient patient) {
    var invitation = current.invitation();
    int generation = current.link().generation();
    if (patient.state() != PatientState.ACTIVE) {
      return new ComposedMessage.Unreachable(generation);
    }
    // Nobody is reminded by a second sheet of paper.
    if (kind == MessageKind.REMINDER) {
      return new ComposedMessage.Needless();
    }
    var composed = composer.compose(current.link());
    links.composed(invitation.id(), generation, composed.secretHash(), Optional.empty());
    return links
        .find(invitation.id(), generation)
        .flatMap(InvitationLink::remaining)
        .filter(Duration::isPositive)
        .<ComposedMessage>map(
            validity ->
                new ComposedMessage.ToPrint(
                    generation,
                    letters.onPaper(
                        invitation, patient, proxyOf(patient), composed.url(), validity)))
        .orElseGet(ComposedMessage.Needless::new);
  }

  private ComposedMessage compose(
      AuthenticLink current, MessageKind kind, int sequence, Patient patient, Contact to) {
    var invitation = current.invitation();
    int generation = current.link().generation();
    var composed = composer.compose(current.link());
    links.composed(
        invitation.id(),
        generation,
        composed.secretHash(),
        Optional.of(ContactChoice.channelOf(to)));
    var validity = links.find(invitation.id(), generation).flatMap(InvitationLink::remaining);
    // The invitation has run out and the process is about to close it.
    if (validity.filter(Duration::isPositive).isEmpty()) {
      return new ComposedMessage.Needless();
    }
    return new ComposedMessage.Ready(
        letters.withLink(kind, sequence, invitation, patient, to, composed.url(), validity));
  }

  private Optional<String> proxyOf(Patient patient) {
    return choices.of(patient).proxy();
  }

  // A patient who died since must not get mail from us; the desk is told instead.
  private Optional<Contact> contactFor(
      Patient patient, Invitation invitation, InvitationLink link) {
    return patient.state() == PatientState.ACTIVE
        ? choices.of(patient).inOrder(invitation.wish()).stream()
            .filter(contact -> !link.failed().contains(ContactChoice.channelOf(contact)))
            .findFirst()
        : Optional.empty();
  }
}
