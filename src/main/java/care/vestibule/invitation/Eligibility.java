package care.vestibule.invitation;

import care.vestibule.directory.Clinic;
import care.vestibule.directory.Patient;
import java.time.LocalDate;
import java.util.Optional;

/** Whether a patient may be invited, apart from whether one is a user already. */
final class Eligibility {

  private Eligibility() {}

  /**
   * Why not, if not.
   *
   * @param today at the clinic; who is old enough today is judged by the birth date alone
   */
  static Optional<RefusalReason> refusalOf(
      Clinic clinic, Patient patient, RequestedChannel wish, LocalDate today) {
    return switch (patient.state()) {
      case DECEASED -> Optional.of(RefusalReason.DECEASED);
      case INACTIVE -> Optional.of(RefusalReason.INACTIVE);
      case MERGED -> Optional.of(RefusalReason.MERGED);
      case ACTIVE -> {
        var choice = ContactChoice.of(patient, clinic, today);
        yield patient.isYoungerThan(clinic.minimumAge(), today) && choice.contacts().isEmpty()
            ? Optional.of(RefusalReason.MINOR)
            : unreachable(choice, wish);
      }
    };
  }

  private static Optional<RefusalReason> unreachable(ContactChoice choice, RequestedChannel wish) {
    if (wish == RequestedChannel.LETTER) {
      return Optional.empty();
    }
    if (choice.contacts().isEmpty()) {
      return Optional.of(RefusalReason.UNREACHABLE);
    }
    return choice.contacts().stream()
            .map(ContactChoice::channelOf)
            .anyMatch(channel -> ContactChoice.isWished(wish, channel))
        ? Optional.empty()
        : Optional.of(RefusalReason.CHANNEL_MISSING);
  }
}
