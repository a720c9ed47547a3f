package care.vestibule.enrolment;

import care.vestibule.audit.Alarm;
import care.vestibule.directory.Patient;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationCounters;
import care.vestibule.invitation.InvitationProperties;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the person at the door for the patient's birth date before anything is sent or changed.
 *
 * <p>No factor, for others know it too (ASVS 5.0, 6.4.2). It stops two who have the link without
 * being meant: a mail scanner, which presses buttons but has nothing to type, and who shares a
 * mailbox or a phone with the patient.
 */
@Component
@OnlyIn(Zone.PORTAL)
class BirthDateCheck {

  private final Patients patients;
  private final InvitationCounters counters;
  private final InvitationAudit audit;
  private final InvitationProperties properties;

  BirthDateCheck(
      Patients patients,
      InvitationCounters counters,
      InvitationAudit audit,
      InvitationProperties properties) {
    this.patients = patients;
    this.counters = counters;
    this.audit = audit;
    this.properties = properties;
  }

  /** Judges a date; a wrong one counts as a try, none at all does not. */
  CodeCheck.Verdict judge(Invitation invitation, Optional<LocalDate> born) {
    int limit = properties.code().triesPerInvitation();
    if (counters.codeTries(invitation.id()) >= limit) {
      return CodeCheck.Verdict.LOCKED;
    }
    if (born.isEmpty()) {
      return CodeCheck.Verdict.MISSING;
    }
    if (patients.find(invitation.patient()).map(Patient::birthDate).equals(born)) {
      return CodeCheck.Verdict.RIGHT;
    }
    var count = counters.countCodeTry(invitation.id(), limit);
    if (count.filter(tries -> tries == limit).isPresent()) {
      audit.record("patient", Alarm.INVITATION_LOCKED.name(), invitation.id(), "BIRTH_DATES");
    }
    return count.isEmpty() ? CodeCheck.Verdict.LOCKED : CodeCheck.Verdict.WRONG;
  }
}
