package care.vestibule.correspondence;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientState;
import care.vestibule.directory.Patients;
import care.vestibule.invitation.ContactChoice;
import care.vestibule.invitation.ContactChoices;
import care.vestibule.invitation.Invitation;
import care.vestibule.invitation.InvitationReader;
import care.vestibule.invitation.NoticeRequests;
import care.vestibule.invitation.NoticeRequests.NoticeRequest;
import care.vestibule.invitation.RequestedChannel;
import care.vestibule.messaging.MessageKind;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes and writes what patients are told about their accounts: never with a link to press that
 * would open anything to whoever has it.
 */
@Component
@OnlyIn(Zone.AGENT)
@Transactional
class NoticeMessages {

  private final NoticeRequests requests;
  private final InvitationReader stored;
  private final Patients patients;
  private final PatientMessageTexts letters;
  private final ContactChoices choices;
  private final String patientPage;

  NoticeMessages(
      NoticeRequests requests,
      InvitationReader stored,
      Patients patients,
      PatientMessageTexts letters,
      ContactChoices choices,
      @Value("${vestibule.base-url}") String baseUrl) {
    this.requests = requests;
    this.stored = stored;
    this.patients = patients;
    this.letters = letters;
    this.choices = choices;
    this.patientPage = baseUrl + "/my";
  }

  Optional<NoticeRequest> next() {
    return requests.take();
  }

  /** One letter for each channel it may go by, the best first. */
  List<PatientMessage> compose(NoticeRequest request) {
    return stored.find(request.invitation()).stream()
        .flatMap(
            invitation ->
                patients
                    .find(invitation.patient())
                    // Nobody writes to a patient who died.
                    .filter(patient -> patient.state() == PatientState.ACTIVE)
                    .stream()
                    .flatMap(patient -> compose(request, invitation, patient).stream()))
        .toList();
  }

  void done(NoticeRequest request) {
    requests.done(request);
  }

  private List<PatientMessage> compose(
      NoticeRequest request, Invitation invitation, Patient patient) {
    var all = choices.of(patient).inOrder(RequestedChannel.AUTO);
    var apart =
        all.stream()
            .filter(to -> !request.apartFrom().equals(Optional.of(ContactChoice.channelOf(to))))
            .toList();
    return (apart.isEmpty() ? all : apart)
        .stream().map(to -> letter(request, invitation, patient, to)).toList();
  }

  private PatientMessage letter(
      NoticeRequest request, Invitation invitation, Patient patient, Contact to) {
    return request.kind() == MessageKind.RECORD_MORE_OPEN
        ? letters.toPage(request.kind(), request.sequence(), invitation, patient, to, patientPage)
        : letters.plain(request.kind(), request.sequence(), invitation, patient, to);
  }

  /** Whether one letter is enough; a warning goes wherever the patient may see it. */
  static boolean isOneEnough(NoticeRequest request) {
    return request.kind() != MessageKind.NEW_KEY;
  }
}
