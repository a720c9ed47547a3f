package care.vestibule.invitation;

import care.vestibule.invitation.EnrolmentAnswer.BirthDateNeeded;
import care.vestibule.invitation.EnrolmentAnswer.CodeNeeded;
import care.vestibule.invitation.EnrolmentAnswer.Enrolled;
import care.vestibule.invitation.EnrolmentAnswer.KeyRefused;
import care.vestibule.invitation.EnrolmentAnswer.Refused;
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

  private final LinkDoor door;
  private final SecondFactor secondFactor;
  private final CodeCheck codeCheck;
  private final BirthDateCheck birthDate;
  private final EnrolmentCodes codes;
  private final StoredInvitations stored;
  private final LinkGenerations generations;
  private final Admission admission;
  private final EngineNews news;
  private final InvitationProperties properties;

  Enrolments(
      LinkDoor door,
      SecondFactor secondFactor,
      CodeCheck codeCheck,
      BirthDateCheck birthDate,
      EnrolmentCodes codes,
      StoredInvitations stored,
      LinkGenerations generations,
      Admission admission,
      EngineNews news,
      InvitationProperties properties) {
    this.door = door;
    this.secondFactor = secondFactor;
    this.codeCheck = codeCheck;
    this.birthDate = birthDate;
    this.codes = codes;
    this.stored = stored;
    this.generations = generations;
    this.admission = admission;
    this.news = news;
    this.properties = properties;
  }

  /**
   * Enrols the patient with the key the browser made.
   *
   * @param code what was sent by another channel, where there is one
   * @param born the patient's birth date, which stands in where no code is sent
   */
  public EnrolmentAnswer enrol(
      PresentedLink link, Optional<String> code, Optional<LocalDate> born, NewKey key) {
    try {
      return door.open(link, found -> enrol(found, code, born, key)).orElseGet(Refused::new);
    } catch (DuplicateKeyException known) {
      return new KeyRefused();
    }
  }

  private EnrolmentAnswer enrol(
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
          admission.admit(found, key).<EnrolmentAnswer>map(Enrolled::new).orElseGet(Refused::new);
    };
  }

  /** Begins: has a code sent by another channel than the link's, if the link needs one. */
  public CodeAnswer requestCode(PresentedLink link, Optional<LocalDate> born) {
    return door.open(link, found -> requestCode(found, born)).orElseGet(CodeAnswer.Refused::new);
  }

  private CodeAnswer requestCode(AuthenticLink found, Optional<LocalDate> born) {
    return found.isOpen()
        ? switch (birthDate.judge(found.invitation(), born)) {
          case LOCKED -> new CodeAnswer.Refused();
          case MISSING, WRONG -> new CodeAnswer.BirthDateNeeded();
          case RIGHT -> begin(found);
        }
        : new CodeAnswer.Refused();
  }

  private CodeAnswer begin(AuthenticLink found) {
    var invitation = found.invitation();
    var contact = secondFactor.contactFor(invitation, found.link());
    if (contact.isPresent()) {
      // Held still, so that two wishes at once are counted one after the other.
      stored.lock(invitation.id());
      codes.order(invitation.id(), properties.code());
    }
    return new CodeAnswer.Begun(
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
    generation.ifPresent(number -> news.freshLinkRequested(found.invitation(), number));
    return generation.isPresent();
  }
}
