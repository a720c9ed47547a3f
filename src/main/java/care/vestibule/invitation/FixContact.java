package care.vestibule.invitation;

import care.vestibule.directory.AdministrativeChange;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Contact.Use;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.messaging.Channel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does about an invitation that reached nobody, or somebody else. */
@Component
@Transactional
public class FixContact {

  private final InvitationReader stored;
  private final InvitationTransitions transitions;
  private final InvitationLinks links;
  private final LinkGenerations generations;
  private final Patients patients;
  private final InvitationProcesses processes;
  private final InvitationAudit audit;
  private final ContactChoices choices;

  FixContact(
      InvitationReader stored,
      InvitationTransitions transitions,
      InvitationLinks links,
      LinkGenerations generations,
      Patients patients,
      InvitationProcesses processes,
      InvitationAudit audit,
      ContactChoices choices) {
    this.stored = stored;
    this.transitions = transitions;
    this.links = links;
    this.generations = generations;
    this.patients = patients;
    this.processes = processes;
    this.audit = audit;
    this.choices = choices;
  }

  /**
   * Puts a corrected contact in the place of the wrong one, and sends again, whether the wrong one
   * refused the message or took it.
   *
   * @throws InvitationRefused if the invitation has ended
   * @throws IllegalArgumentException if the value is no contact of that channel
   */
  public Invitation correct(InvitationId id, Channel channel, String value, Actor actor) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    boolean heldUp = transitions.reopen(id);
    if (!heldUp && !invitation.isLive()) {
      throw new InvitationRefused(RefusalReason.NOT_LIVE);
    }
    var patient = patients.find(invitation.patient()).orElseThrow();
    var change =
        new AdministrativeChange(
            patient.language(), corrected(patient, channel, value), patient.address());
    patients.changeAdministrative(patient.id(), patient.version(), change);
    links.mended(id, channel);
    // What went to the wrong address must not open the door any more.
    int generation = generations.next(id).orElseThrow();
    if (heldUp) {
      processes.of(invitation).contactFixed(invitation, true);
    } else {
      processes.of(invitation).freshLinkWanted(invitation, generation);
    }
    audit.record(actor, "CONTACT_CORRECTED", id, channel.name());
    return stored.find(id).orElseThrow();
  }

  /**
   * Ends the invitation because there is nothing to correct.
   *
   * @throws InvitationRefused if the invitation is not the desk's to mend
   */
  public Invitation giveUp(InvitationId id, Actor actor) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    if (!transitions.giveUp(id)) {
      throw new InvitationRefused(RefusalReason.NOT_LIVE);
    }
    generations.end(id, LinkState.CLOSED);
    processes.of(invitation).contactFixed(invitation, false);
    audit.record(actor, "CONTACT_GIVEN_UP", id, "NONE");
    return stored.find(id).orElseThrow();
  }

  private List<Contact> corrected(Patient patient, Channel channel, String value) {
    var kind = channel == Channel.EMAIL ? Contact.Kind.EMAIL : Contact.Kind.MOBILE;
    var choice = choices.of(patient);
    var wrong = choice.by(channel);
    var use = wrong.map(Contact::use).orElse(Use.HOME);
    var proxy = wrong.isPresent() ? wrong.get().proxy() : choice.proxy();
    return Stream.concat(
            Stream.of(new Contact(kind, use, value, true, proxy)),
            patient.contacts().stream().filter(contact -> !wrong.equals(Optional.of(contact))))
        .toList();
  }
}
