package care.vestibule.enrolment;

import care.vestibule.audit.Alarm;
import care.vestibule.crypto.Pepper;
import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationCounters;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationProperties;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges second-factor codes; a try is counted before it is judged, so no guess is free. */
@Component
@OnlyIn(Zone.PORTAL)
class CodeCheck {

  private final EnrolmentCodes codes;
  private final InvitationCounters counters;
  private final InvitationAudit audit;
  private final InvitationProperties properties;
  private final Pepper pepper;

  CodeCheck(
      EnrolmentCodes codes,
      InvitationCounters counters,
      InvitationAudit audit,
      InvitationProperties properties,
      Pepper pepper) {
    this.codes = codes;
    this.counters = counters;
    this.audit = audit;
    this.properties = properties;
    this.pepper = pepper;
  }

  /** Judges the code of a try to enrol. */
  Verdict judge(InvitationId invitation, Optional<String> code) {
    if (code.isEmpty()) {
      return isLocked(invitation) ? Verdict.LOCKED : Verdict.MISSING;
    }
    var limits = properties.code();
    var count = counters.countCodeTry(invitation, limits.triesPerInvitation());
    if (count.isEmpty()) {
      return Verdict.LOCKED;
    }
    var right =
        codes
            .takeTry(invitation, limits.triesPerCode())
            .filter(kept -> matches(kept, code.get()))
            .isPresent();
    if (!right && count.get() == limits.triesPerInvitation()) {
      audit.record("patient", Alarm.INVITATION_LOCKED.name(), invitation, "CODE_TRIES");
    }
    return right ? Verdict.RIGHT : Verdict.WRONG;
  }

  boolean isLocked(InvitationId invitation) {
    return counters.codeTries(invitation) >= properties.code().triesPerInvitation();
  }

  private boolean matches(EnrolmentCodes.KeptCode kept, String code) {
    return pepper.matches(
        kept.hash(), code.getBytes(StandardCharsets.UTF_8), CodeContext.of(kept.id()));
  }

  /** What a code is worth. */
  enum Verdict {
    MISSING,
    WRONG,
    RIGHT,
    LOCKED
  }
}
