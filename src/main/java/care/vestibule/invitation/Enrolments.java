package care.vestibule.invitation;

import care.vestibule.crypto.PartyPublicKey;
import care.vestibule.invitation.EnrolmentAnswer.CodeNeeded;
import care.vestibule.invitation.EnrolmentAnswer.Enrolled;
import care.vestibule.invitation.EnrolmentAnswer.Refused;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.Optional;
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
      EnrolmentCodes codes,
      StoredInvitations stored,
      LinkGenerations generations,
      Admission admission,
      EngineNews news,
      InvitationProperties properties) {
    this.door = door;
    this.secondFactor = secondFactor;
    this.codeCheck = codeCheck;
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
   * @param mac the MAC over the key by the part of the link that stays in the browser, 32 bytes;
   *     kept for the agent, who alone can check it
   */
  public EnrolmentAnswer enrol(
      PresentedLink link, Optional<String> code, PartyPublicKey key, byte[] mac) {
    return door.open(link, found -> enrol(found, code, key, mac)).orElseGet(Refused::new);
  }

  private EnrolmentAnswer enrol(
      AuthenticLink found, Optional<String> code, PartyPublicKey key, byte[] mac) {
    if (!found.isOpen()) {
      return new Refused();
    }
    if (secondFactor.contactFor(found.invitation(), found.link()).isPresent()) {
      switch (codeCheck.judge(found.invitation().id(), code)) {
        case LOCKED -> {
          return new Refused();
        }
        case MISSING, WRONG -> {
          return new CodeNeeded();
        }
        case RIGHT -> {}
      }
    }
    return admission
        .admit(found.invitation(), key, mac)
        .<EnrolmentAnswer>map(Enrolled::new)
        .orElseGet(Refused::new);
  }

  /** Has a code sent by another channel than the link's, if the link needs one. */
  public CodeAnswer requestCode(PresentedLink link) {
    return door.open(link, this::requestCode).orElseGet(CodeAnswer.Refused::new);
  }

  private CodeAnswer requestCode(AuthenticLink found) {
    var id = found.invitation().id();
    if (!found.isOpen() || codeCheck.isLocked(id)) {
      return new CodeAnswer.Refused();
    }
    return secondFactor
        .contactFor(found.invitation(), found.link())
        .<CodeAnswer>map(
            contact -> {
              stored.lock(id);
              codes.order(id, properties.code());
              return new CodeAnswer.Sent(ContactChoice.channelOf(contact));
            })
        .orElseGet(CodeAnswer.NotNeeded::new);
  }

  /** Has a fresh link sent in the place of one that is merely expired; tells nobody whether. */
  public void requestFreshLink(PresentedLink link) {
    door.open(link, this::requestFreshLink);
  }

  private boolean requestFreshLink(AuthenticLink found) {
    var id = found.invitation().id();
    // Held still first: of two wishes at once the second finds the link superseded.
    var generation =
        stored
            .lock(id)
            .filter(now -> new AuthenticLink(now, found.link()).isMerelyExpired())
            .flatMap(now -> generations.next(id));
    generation.ifPresent(number -> news.freshLinkRequested(id, number));
    return generation.isPresent();
  }
}
