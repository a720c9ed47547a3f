package care.vestibule.sharing;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.notification.NotificationId;
import care.vestibule.notification.Reservations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the notifications' question from what is chosen and held back. */
@Component
@Transactional(readOnly = true)
class ChosenReservations implements Reservations {

  private final HoldChoiceTable choices;
  private final HoldTable holds;

  ChosenReservations(HoldChoiceTable choices, HoldTable holds) {
    this.choices = choices;
    this.holds = holds;
  }

  @Override
  public boolean areChosen(NotificationId request, HcpId doctor) {
    return !choices.of(request, doctor).isEmpty();
  }

  @Override
  public boolean stand(PatientId patient) {
    return !holds.notes(patient).isEmpty();
  }
}
