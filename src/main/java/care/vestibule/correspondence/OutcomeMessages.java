package care.vestibule.correspondence;

import care.vestibule.directory.Patients;
import care.vestibule.invitation.ContactChoices;
import care.vestibule.invitation.HcpAnswers;
import care.vestibule.invitation.InvitationAudit;
import care.vestibule.invitation.InvitationId;
import care.vestibule.invitation.InvitationOutcome;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.InvitationRefused;
import care.vestibule.invitation.InvitationTransitions;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the last message of an invitation, one letter for each channel, the best first. */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class OutcomeMessages {

  private final InvitationReader stored;
  private final InvitationTransitions transitions;
  private final Patients patients;
  private final PatientMessageTexts letters;
  private final HcpAnswers approvals;
  private final InvitationAudit audit;
  private final ContactChoices choices;
  private final Clock clock;
  private final String patientPage;

  OutcomeMessages(
      InvitationReader stored,
      InvitationTransitions transitions,
      Patients patients,
      PatientMessageTexts letters,
      HcpAnswers approvals,
      InvitationAudit audit,
      ContactChoices choices,
      Clock clock,
      @Value("${vestibule.base-url}") String baseUrl) {
    this.stored = stored;
    this.transitions = transitions;
    this.patients = patients;
    this.letters = letters;
    this.approvals = approvals;
    this.audit = audit;
    this.choices = choices;
    this.clock = clock;
    this.patientPage = baseUrl + "/my";
  }

  List<PatientMessage> compose(InvitationId id, InvitationOutcome outcome) {
    transitions.conclude(id, outcome);
    var invitation = stored.find(id).orElseThrow(InvitationRefused::unknown);
    var patient = patients.find(invitation.patient()).orElseThrow();
    var kind = kindOf(outcome, approvals.holdBack(id));
    return choices.of(patient).inOrder(RequestedChannel.AUTO).stream()
        .map(
            to -> letters.withLink(kind, 0, invitation, patient, to, patientPage, Optional.empty()))
        .toList();
  }

  boolean isInTime(InvitationId id) {
    return stored.find(id).filter(found -> clock.instant().isBefore(found.expiresAt())).isPresent();
  }

  void told(InvitationId id, InvitationOutcome outcome) {
    audit.record("agent", "OUTCOME_TOLD", id, outcome.name());
  }

  void untold(InvitationId id, InvitationOutcome outcome) {
    audit.record("agent", "OUTCOME_NOT_TOLD", id, outcome.name());
  }

  private static MessageKind kindOf(InvitationOutcome outcome, boolean heldBack) {
    return switch (outcome) {
      case ALL_SHARED -> MessageKind.RECORD_OPEN;
      case PARTLY_SHARED ->
          heldBack ? MessageKind.RECORD_HELD_BACK : MessageKind.RECORD_PARTLY_OPEN;
      case ALL_DECLINED -> MessageKind.DECLINED;
      case NOTHING_TO_SHARE -> MessageKind.NOTHING_TO_SHARE;
    };
  }
}
