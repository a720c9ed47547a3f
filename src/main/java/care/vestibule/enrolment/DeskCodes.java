package care.vestibule.enrolment;

import care.vestibule.crypto.Pepper;
import care.vestibule.identity.Actor;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationLinks;
import care.vestibule.invitation.InvitationProperties;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.RefusalReason;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes handed to a person who stands at the desk and has proven who they are.
 *
 * <p>Such a code takes the place of the one sent by the other channel: it is kept as its HMAC only,
 * has the same tries and the same life, and is worth nothing without the link.
 */
@Component
@OnlyIn(Zone.PORTAL)
@Transactional
public class DeskCodes {

  private final InvitationReader stored;
  private final InvitationLinks links;
  private final SecondFactor secondFactor;
  private final CodeCheck codeCheck;
  private final EnrolmentCodes codes;
  private final InvitationAudit audit;
  private final InvitationProperties properties;
  private final Pepper pepper;
  private final SecureRandom random;

  DeskCodes(
      InvitationReader stored,
      InvitationLinks links,
      SecondFactor secondFactor,
      CodeCheck codeCheck,
      EnrolmentCodes codes,
      InvitationAudit audit,
      InvitationProperties properties,
      Pepper pepper,
      SecureRandom random) {
    this.stored = stored;
    this.links = links;
    this.secondFactor = secondFactor;
    this.codeCheck = codeCheck;
    this.codes = codes;
    this.audit = audit;
    this.properties = properties;
    this.pepper = pepper;
    this.random = random;
  }

  /** Whether the patient will be asked for a code. */
  @Transactional(readOnly = true)
  public boolean isDue(Invitation invitation) {
    return invitation.isLive()
        && links
            .find(invitation.id(), invitation.generation())
            .flatMap(link -> secondFactor.contactFor(invitation, link))
            .isPresent();
  }

  /**
   * A new code, which nobody can look up again; every code before it is dead.
   *
   * @throws InvitationRefused if the invitation ended, asks for no code or is locked
   */
  public OneTimeCode handOut(InvitationId id, Actor.Desk desk) {
    var invitation = stored.lock(id).orElseThrow(InvitationRefused::unknown);
    if (!invitation.isLive()) {
      throw new InvitationRefused(RefusalReason.NOT_LIVE);
    }
    if (!isDue(invitation)) {
      throw new InvitationRefused(RefusalReason.NO_CODE_NEEDED);
    }
    if (codeCheck.isLocked(id)) {
      throw new InvitationRefused(RefusalReason.LOCKED);
    }
    var code = OneTimeCode.random(random, properties.code().life());
    var name = UUID.randomUUID();
    codes.handOut(name, id, hash(name, code), code.life());
    audit.record(desk, "DESK_CODE_HANDED_OUT", id, "GENERATION:" + invitation.generation());
    return code;
  }

  private byte[] hash(UUID name, OneTimeCode code) {
    return pepper.hash(code.digits().getBytes(StandardCharsets.UTF_8), CodeContext.of(name));
  }

  /** Six digits, each of the million equally likely, and how long they are good for. */
  public record OneTimeCode(String digits, Duration life) {

    public static OneTimeCode random(SecureRandom random, Duration life) {
      return new OneTimeCode(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)), life);
    }

    /** Never the digits. */
    @Override
    public String toString() {
      return "OneTimeCode";
    }
  }
}
