package care.vestibule.records.fhir;

import care.vestibule.directory.Contact;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;

/**
 * Reads how a patient can be reached.
 *
 * <p>E-mail is an e-mail address; what takes text messages, or is said to be mobile, is a mobile
 * phone; any other phone is a landline. Old and expired ones, and everything else, are left out.
 */
final class Telecoms {

  private final Clock clock;

  Telecoms(Clock clock) {
    this.clock = clock;
  }

  /** The contacts, by rank, otherwise in their order; the one of rank 1 is preferred. */
  List<Contact> contacts(List<ContactPoint> telecoms) {
    return telecoms.stream()
        .filter(telecom -> telecom.getUse() != ContactPointUse.OLD && telecom.hasValue())
        .filter(telecom -> !hasEnded(telecom))
        .sorted(Comparator.comparingInt(t -> t.hasRank() ? t.getRank() : Integer.MAX_VALUE))
        .flatMap(telecom -> contact(telecom).stream())
        .toList();
  }

  private static Optional<Contact> contact(ContactPoint telecom) {
    return kind(telecom)
        .map(
            kind ->
                new Contact(
                    kind, use(telecom), telecom.getValue().strip(), telecom.getRank() == 1));
  }

  private static Optional<Contact.Kind> kind(ContactPoint telecom) {
    var system = telecom.getSystem();
    if (system == ContactPointSystem.EMAIL) {
      return Optional.of(Contact.Kind.EMAIL);
    }
    if (system == ContactPointSystem.SMS
        || (system == ContactPointSystem.PHONE && telecom.getUse() == ContactPointUse.MOBILE)) {
      return Optional.of(Contact.Kind.MOBILE);
    }
    return system == ContactPointSystem.PHONE
        ? Optional.of(Contact.Kind.LANDLINE)
        : Optional.empty();
  }

  private static Contact.Use use(ContactPoint telecom) {
    if (telecom.getUse() == ContactPointUse.HOME) {
      return Contact.Use.HOME;
    }
    return telecom.getUse() == ContactPointUse.WORK ? Contact.Use.WORK : Contact.Use.OTHER;
  }

  private boolean hasEnded(ContactPoint telecom) {
    return telecom.getPeriod().hasEnd()
        && telecom.getPeriod().getEnd().toInstant().isBefore(clock.instant());
  }
}
