package care.vestibule.desk;

import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.enrolment.DeskCodes;
import care.vestibule.invitation.DeskState;
import care.vestibule.invitation.HcpAnswers;
import care.vestibule.invitation.InvitationCursor;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationPreviews;
import care.vestibule.invitation.ListedInvitation;
import care.vestibule.invitation.ListedInvitations;
import care.vestibule.messaging.delivery.MessageHistory;
import care.vestibule.messaging.delivery.SentMessage;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clinic's invitations, joined with whom they are for and what became of their messages. */
@Component
@OnlyIn(Zone.PORTAL)
@Transactional(readOnly = true)
public class DeskInvitations {

  private static final int PAGE = 25;

  private final ListedInvitations invitations;
  private final InvitationPreviews prospects;
  private final HcpAnswers approvals;
  private final DeskCodes codes;
  private final MessageHistory messages;
  private final Patients patients;
  private final HealthcareProfessionals professionals;

  DeskInvitations(
      ListedInvitations invitations,
      InvitationPreviews prospects,
      HcpAnswers approvals,
      DeskCodes codes,
      MessageHistory messages,
      Patients patients,
      HealthcareProfessionals professionals) {
    this.invitations = invitations;
    this.prospects = prospects;
    this.approvals = approvals;
    this.codes = codes;
    this.messages = messages;
    this.patients = patients;
    this.professionals = professionals;
  }

  /** Up to 25 of them: those that need help first, then the newest first. */
  public InvitationList page(Optional<DeskState> standing, Optional<InvitationCursor> after) {
    var found = invitations.page(standing, after, PAGE + 1);
    var shown = found.subList(0, Math.min(found.size(), PAGE));
    return new InvitationList(
        lines(shown),
        invitations.counts(),
        found.size() > PAGE ? Optional.of(shown.getLast().cursor()) : Optional.empty());
  }

  /** One of them in full, if the clinic has it. */
  public Optional<InvitationDetail> find(InvitationId id) {
    return invitations.find(id).map(this::detail);
  }

  private List<InvitationLine> lines(List<ListedInvitation> shown) {
    var newest =
        messages.newestOf(shown.stream().map(one -> one.invitation().id().value()).toList());
    return shown.stream()
        .map(
            one ->
                new InvitationLine(
                    one,
                    patient(one.invitation().patient()).displayName(),
                    Optional.ofNullable(newest.get(one.invitation().id().value()))))
        .toList();
  }

  private InvitationDetail detail(ListedInvitation one) {
    var invitation = one.invitation();
    var patient = patient(invitation.patient());
    return new InvitationDetail(
        one,
        patient,
        professionals
            .find(invitation.invitedBy())
            .map(HealthcareProfessional::displayName)
            .orElse(""),
        prospects.of(patient).ways(),
        messages.of(invitations.messageSubjects(invitation.id())),
        approvals.of(invitation.id()),
        codes.isDue(invitation));
  }

  private Patient patient(PatientId id) {
    return patients.find(id).orElseThrow();
  }

  /**
   * A page of the desk's list.
   *
   * @param counts how many there are of each kind, on all pages
   * @param next where the next page begins; empty on the last one
   */
  public record InvitationList(
      List<InvitationLine> lines, Map<DeskState, Integer> counts, Optional<InvitationCursor> next) {

    /** How many there are altogether. */
    public int total() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * An invitation as a line of the desk's list.
   *
   * @param patientName given names and family name
   * @param lastMessage the newest message to the patient, if there is one yet
   */
  public record InvitationLine(
      ListedInvitation listed, String patientName, Optional<SentMessage> lastMessage) {}
}
