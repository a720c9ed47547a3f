package care.vestibule.invitation.engine;

import care.vestibule.directory.Patient;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationProperties;
import care.vestibule.process.ProcessVariable;
import care.vestibule.process.ProcessVariables;
import org.springframework.stereotype.Component;

/** What a process is given when it starts. */
@Component
final class ProcessStart {

  private final InvitationProperties properties;

  ProcessStart(InvitationProperties properties) {
    this.properties = properties;
  }

  ProcessVariables variables(Invitation invitation, Patient patient) {
    return ProcessVariables.none()
        .with(ProcessVariable.CLINIC_REF, invitation.clinic().value())
        .with(ProcessVariable.INVITATION_ID, invitation.id().value())
        .with(ProcessVariable.PATIENT_REF, patient.ref())
        .with(ProcessVariable.GENERATION, invitation.generation())
        .with(ProcessVariable.INVITATION_EXPIRES_AT, invitation.expiresAt())
        .with(ProcessVariable.PATIENT_REMINDER_CYCLE, properties.patientReminderCycle())
        .with(ProcessVariable.DOCTOR_REMINDER_CYCLE, properties.doctorReminderCycle())
        .with(ProcessVariable.APPROVAL_DUE_IN, properties.approvalDueIn())
        .with(ProcessVariable.DEPUTIES_AFTER, properties.deputiesAfter())
        .with(ProcessVariable.PRIVACY_OFFICER_AFTER, properties.privacyOfficerAfter());
  }
}
