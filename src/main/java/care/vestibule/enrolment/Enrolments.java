package care.vestibule.enrolment;

import care.vestibule.enrolment.EnrolmentResult.BirthDateNeeded;
import care.vestibule.enrolment.EnrolmentResult.CodeNeeded;
import care.vestibule.enrolment.EnrolmentResult.Enrolled;
import care.vestibule.enrolment.EnrolmentResult.KeyRefused;
import care.vestibule.enrolment.EnrolmentResult.Refused;
import care.vestibule.invitation.ContactChoice;
import care.vestibule.invitation.InvitationProperties;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.LinkGenerations;
import care.vestibule.invitation.engine.InvitationProcesses;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The patient's side of an invitation: a link is opened, a code asked for, a key brought.
 *
 * <p>Needs no clinic: the link leads to it. Whoever does not know the secret of a link gets the one
 * answer that says nothing.
 */
@Component
@OnlyIn(Zone.PORTAL)
public class Enrolments {

  private final LinkVerification door;
  private final SecondFactor secondFactor;
  private final CodeCheck codeCheck;
  private final BirthDateCheck birthDate;
  private final EnrolmentCodes codes;
  private final InvitationReader stored;
  private final LinkGenerations generations;
  private final CompleteEnrolment admission;
  private final InvitationProcesses processes;
  private final InvitationProperties properties;

  Enrolments(
      LinkVerification door,
      SecondFactor secondFactor,
      CodeCheck codeCheck,
      BirthDateCheck birthDate,
      EnrolmentCodes codes,
      InvitationReader stored,
      LinkGenerations generations,
      CompleteEnrolment admission,
      InvitationProcesses processes,
      InvitationProperties properties) {
    this.door = door;
    this.secondFactor = secondFactor;
    this.codeCheck = codeCheck;
    this.birthDate = birthDate;
    this.codes = codes;
    this.stored = stored;
    this.generations = generations;
    this.admission = admission;
    this.processes = processes;
    this.properties = properties;
  }

  /**
   * Enrols the patient with the key the browser made.
   *
   * @param code what was sent by another channel, where there is one
   * @param born the patient's birth date, which stands in where no code is sent
   */
  public EnrolmentResult enrol(
      PresentedLink link, Optional<String> code, Optional<LocalDate> born, NewKey key) {
    try {
      return door.open(link, found -> enrol(found, code, born, key)).orElseGet(Refused::new);
    } catch (DuplicateKeyException known) {
      return new KeyRefused();
    }
  }

  private EnrolmentResult enrol(
      AuthenticLink found, Optional<String> code, Optional<LocalDate> born, NewKey key) {
    if (!found.isOpen()) {
      return new Refused();
    }
    if (!found.claim(key.key()).isSignedBy(key.signature())) {
      return new KeyRefused();
    }
    var codeIsDue = secondFactor.contactFor(found.invitation(), found.link()).isPresent();
    var verdict =
        codeIsDue
            ? codeCheck.judge(found.invitation().id(), code)
            : birthDate.judge(found.invitation(), born);
    return switch (verdict) {
      case LOCKED -> new Refused();
      case MISSING, WRONG -> codeIsDue ? new CodeNeeded() : new BirthDateNeeded();
      case RIGHT ->
          admission.admit(found, key).<EnrolmentResult>map(Enrolled::new).orElseGet(Refused::new);
    };
  }

  /** Begins: has a code sent by another channel than the link's, if the link needs one. */
  public CodeRequestResult requestCode(PresentedLink link, Optional<LocalDate> born) {
    return door.open(link, found -> requestCode(found, born))
        .orElseGet(CodeRequestResult.Refused::new);
  }

  private CodeRequestResult requestCode(AuthenticLink found, Optional<LocalDate> born) {
    return found.isOpen()
        ? switch (birthDate.judge(found.invitation(), born)) {
          case LOCKED -> new CodeRequestResult.Refused();
          case MISSING, WRONG -> new CodeRequestResult.BirthDateNeeded();
          case RIGHT -> begin(found);
        }
        : new CodeRequestResult.Refused();
  }

  private CodeRequestResult begin(AuthenticLink found) {
    var invitation = found.invitation();
    var contact = secondFactor.contactFor(invitation, found.link());
    if (contact.isPresent()) {
      // Held still, so that two wishes at once are counted one after the other.
      stored.lock(invitation.id());
      codes.order(invitation.id(), properties.code());
    }
    return new CodeRequestResult.Begun(
        invitation.clinic(),
        invitation.id(),
        invitation.generation(),
        contact.map(ContactChoice::channelOf));
  }

  /** Has a fresh link sent in the place of one that is merely expired; tells nobody whether. */
  public void requestFreshLink(PresentedLink link, Optional<LocalDate> born) {
    door.open(link, found -> requestFreshLink(found, born));
  }

  private boolean requestFreshLink(AuthenticLink found, Optional<LocalDate> born) {
    var id = found.invitation().id();
    if (!found.isMerelyExpired()
        || birthDate.judge(found.invitation(), born) != CodeCheck.Verdict.RIGHT) {
      return false;
    }
    // Held still first: of two wishes at once the second finds the link superseded.
    var generation =
        stored
            .lock(id)
            .filter(now -> new AuthenticLink(now, found.link()).isMerelyExpired())
            .flatMap(now -> generations.next(id));
    generation.ifPresent(
        number -> processes.of(found.invitation()).freshLinkWanted(found.invitation(), number));
    return generation.isPresent();
  }
}
