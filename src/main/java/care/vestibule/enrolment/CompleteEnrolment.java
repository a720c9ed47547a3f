package care.vestibule.enrolment;

import care.vestibule.directory.KeyProof;
import care.vestibule.directory.KeyState;
import care.vestibule.directory.PartyKey;
import care.vestibule.directory.PublicKeys;
import care.vestibule.identity.Actor;
import care.vestibule.identity.KeyBackup;
import care.vestibule.identity.KeyBackups;
import care.vestibule.identity.Users;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationPurpose;
import care.vestibule.invitation.InvitationTransitions;
import care.vestibule.invitation.LinkGenerations;
import care.vestibule.invitation.LinkState;
import care.vestibule.invitation.NoticeRequests;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.messaging.MessageKind;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a patient in: the link is used up, the key stands, the process goes on; all or nothing. */
@Component
@OnlyIn(Zone.PORTAL)
public class CompleteEnrolment {

  private final InvitationTransitions transitions;
  private final LinkGenerations generations;
  private final PublicKeys keys;
  private final Users users;
  private final KeyBackups backups;
  private final InvitationProcesses processes;
  private final NoticeRequests notices;
  private final InvitationAudit audit;
  private final Clock clock;

  CompleteEnrolment(
      InvitationTransitions transitions,
      LinkGenerations generations,
      PublicKeys keys,
      Users users,
      KeyBackups backups,
      InvitationProcesses processes,
      NoticeRequests notices,
      InvitationAudit audit,
      Clock clock) {
    this.transitions = transitions;
    this.generations = generations;
    this.keys = keys;
    this.users = users;
    this.backups = backups;
    this.processes = processes;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** Nothing if somebody else, expiry or the clinic was faster. */
  Optional<Actor.PatientUser> admit(AuthenticLink found, NewKey key) {
    var invitation = found.invitation();
    var id = invitation.id();
    if (!transitions.accept(id, invitation.generation())) {
      return Optional.empty();
    }
    generations.end(id, LinkState.USED);
    register(invitation, key);
    var user = users.ofPatient(invitation.patient()).orElseThrow();
    // Whoever has found the lost device is signed out of it.
    users.signOutEverywhere(user.id());
    users.activate(user.id(), key.key().id().value());
    key.backup()
        .map(it -> new KeyBackup(it.id(), invitation.clinic(), key.key().id(), it.sealed()))
        .ifPresent(backups::keep);
    processes.of(invitation).loggedIn(invitation);
    if (invitation.purpose() == InvitationPurpose.NEW_KEY) {
      // Whoever stole the mailbox with the link is not the one to be asked.
      notices.order(invitation, MessageKind.NEW_KEY, found.link().channel());
    }
    audit.record(user.actor(), "PATIENT_ENROLLED", id, key.key().id().hex());
    return Optional.of(user.actor());
  }

  private void register(Invitation invitation, NewKey key) {
    keys.register(
        new PartyKey(
            invitation.clinic(),
            invitation.patient().value(),
            key.key(),
            KeyState.ACTIVE,
            Optional.of(new KeyProof(invitation.id().value(), invitation.generation(), key.mac())),
            clock.instant()));
  }
}
