package care.vestibule.monitoring;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.Invitations;
import care.vestibule.notification.Notification;
import care.vestibule.notification.Notifications;
import care.vestibule.tenancy.CurrentClinic;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a process carries, looked up where it came from. */
@Component
@Transactional(readOnly = true)
public class References {

  private final Invitations invitations;
  private final Patients patients;
  private final Notifications notifications;
  private final HealthcareProfessionals professionals;
  private final CurrentClinic clinic;

  References(
      Invitations invitations,
      Patients patients,
      Notifications notifications,
      HealthcareProfessionals professionals,
      CurrentClinic clinic) {
    this.invitations = invitations;
    this.patients = patients;
    this.notifications = notifications;
    this.professionals = professionals;
    this.clinic = clinic;
  }

  /** First those of the whole process, then those of each doctor's part. */
  public List<Reference> of(Instance process) {
    return Stream.concat(
            Stream.of(new Reference("clinicRef", clinic.get().value())),
            process.invitation().stream().flatMap(this::ofInvitation))
        .toList();
  }

  private Stream<Reference> ofInvitation(UUID invitation) {
    var patient =
        invitations.find(new InvitationId(invitation)).map(Invitation::patient).flatMap(this::ref);
    return Stream.concat(
        Stream.concat(
            Stream.of(new Reference("invitationId", invitation)),
            patient.map(ref -> new Reference("patientRef", ref)).stream()),
        notifications.ofInvitation(invitation).stream().flatMap(this::ofPart));
  }

  private Stream<Reference> ofPart(Notification asked) {
    return Stream.concat(
        ref(asked.hcp()).map(ref -> new Reference("hcpRef", ref)).stream(),
        Stream.of(new Reference("notificationId", asked.id().value())));
  }

  private Optional<UUID> ref(PatientId patient) {
    return patients.find(patient).map(Patient::ref);
  }

  private Optional<UUID> ref(HcpId hcp) {
    return professionals.find(hcp).map(HealthcareProfessional::ref);
  }
}
