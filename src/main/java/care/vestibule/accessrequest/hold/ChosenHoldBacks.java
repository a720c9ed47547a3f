package care.vestibule.accessrequest.hold;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.accessrequest.HeldBackRecords;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the notifications' question from what is chosen and held back. */
@Component
@Transactional(readOnly = true)
class ChosenHoldBacks implements HeldBackRecords {

  private final PlannedHoldBackTable choices;
  private final HoldBackTable holds;

  ChosenHoldBacks(PlannedHoldBackTable choices, HoldBackTable holds) {
    this.choices = choices;
    this.holds = holds;
  }

  @Override
  public boolean areChosen(AccessRequestId request, HcpId doctor) {
    return !choices.of(request, doctor).isEmpty();
  }

  @Override
  public boolean stand(PatientId patient) {
    return !holds.notes(patient).isEmpty();
  }
}
