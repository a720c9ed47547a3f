package care.vestibule.desk;

import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.InvitationPreview;
import care.vestibule.invitation.InvitationPreviews;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clinic's patients in the eyes of somebody who wants to invite one. */
@Component
@Transactional(readOnly = true)
public class DeskPatients {

  /** How many are shown at most; whoever sees so many has to ask more closely. */
  public static final int MOST = 20;

  private final Patients patients;
  private final HealthcareProfessionals professionals;
  private final InvitationPreviews prospects;

  DeskPatients(
      Patients patients, HealthcareProfessionals professionals, InvitationPreviews prospects) {
    this.patients = patients;
    this.professionals = professionals;
    this.prospects = prospects;
  }

  /** Up to twenty whose names begin like this, or whose identifier or birth date it is. */
  public List<InvitationPreview> search(String text) {
    return text.isBlank()
        ? List.of()
        : patients.search(text, MOST).stream().map(prospects::of).toList();
  }

  /** One of them. */
  public Optional<InvitationPreview> find(PatientId id) {
    return patients.find(id).map(prospects::of);
  }

  /** Who can invite, by name. */
  public List<HealthcareProfessional> doctors() {
    return professionals.all();
  }
}
