package care.vestibule.monitoring.processes;

import care.vestibule.accessrequest.AccessRequest;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.Invitations;
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
public class ProcessReferences {

  private final Invitations invitations;
  private final Patients patients;
  private final HealthcareProfessionals professionals;
  private final CurrentClinic clinic;

  ProcessReferences(
      Invitations invitations,
      Patients patients,
      HealthcareProfessionals professionals,
      CurrentClinic clinic) {
    this.invitations = invitations;
    this.patients = patients;
    this.professionals = professionals;
    this.clinic = clinic;
  }

  /**
   * First those of the whole process, then those of each doctor's part.
   *
   * @param asked what was asked of doctors in it
   */
  public List<ProcessReference> of(ProcessInstance process, List<AccessRequest> asked) {
    return Stream.of(
            Stream.of(new ProcessReference("clinicRef", clinic.get().value())),
            process.invitation().stream().flatMap(this::ofInvitation),
            asked.stream().flatMap(this::ofPart))
        .flatMap(references -> references)
        .toList();
  }

  private Stream<ProcessReference> ofInvitation(UUID invitation) {
    var patient =
        invitations.find(new InvitationId(invitation)).map(Invitation::patient).flatMap(this::ref);
    return Stream.concat(
        Stream.of(new ProcessReference("invitationId", invitation)),
        patient.map(ref -> new ProcessReference("patientRef", ref)).stream());
  }

  private Stream<ProcessReference> ofPart(AccessRequest part) {
    return Stream.concat(
        ref(part.hcp()).map(ref -> new ProcessReference("hcpRef", ref)).stream(),
        Stream.of(new ProcessReference("notificationId", part.id().value())));
  }

  private Optional<UUID> ref(PatientId patient) {
    return patients.find(patient).map(Patient::ref);
  }

  private Optional<UUID> ref(HcpId hcp) {
    return professionals.find(hcp).map(HealthcareProfessional::ref);
  }

  /**
   * A reference a process carries: whom or what it is about, and nothing else of them.
   *
   * @param variable its name in the engine
   */
  public record ProcessReference(String variable, UUID value) {}
}
