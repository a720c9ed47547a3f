package care.vestibule.records.fhir;

import care.vestibule.directory.Contact;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient.ContactComponent;

/**
 * Reads how those can be reached who stand in for a patient.
 *
 * <p>Those are, of {@code Patient.contact}, parents and guardians: codes of HL7 v3 RoleCode. Next
 * of kin and emergency contacts (HL7 v2-0131) are not, for neither says that somebody may act for
 * the patient.
 */
final class Proxies {

  private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
  private static final Set<String> STAND_IN =
      Set.of("GUARD", "PRN", "MTH", "FTH", "NPRN", "NMTH", "NFTH", "ADOPTP", "ADOPTM", "ADOPTF");

  private final Telecoms telecoms;
  private final Clock clock;

  Proxies(Telecoms telecoms, Clock clock) {
    this.telecoms = telecoms;
    this.clock = clock;
  }

  /** Their contacts, in their order, each with the name of its owner. */
  List<Contact> contacts(List<ContactComponent> persons) {
    return persons.stream()
        .filter(Proxies::standsIn)
        .filter(person -> !hasEnded(person))
        .flatMap(
            person ->
                telecoms.contacts(person.getTelecom()).stream()
                    .map(contact -> ofProxy(contact, nameOf(person.getName()))))
        .toList();
  }

  private static boolean standsIn(ContactComponent person) {
    return person.getRelationship().stream()
        .flatMap(relationship -> relationship.getCoding().stream())
        .anyMatch(
            coding -> ROLES.equals(coding.getSystem()) && STAND_IN.contains(coding.getCode()));
  }

  private boolean hasEnded(ContactComponent person) {
    return person.getPeriod().hasEnd()
        && person.getPeriod().getEnd().toInstant().isBefore(clock.instant());
  }

  private static Contact ofProxy(Contact contact, String name) {
    return new Contact(
        contact.kind(), contact.use(), contact.value(), contact.preferred(), Optional.of(name));
  }

  private static String nameOf(HumanName name) {
    var given = name.getGivenAsSingleString();
    var whole = (given + " " + Optional.ofNullable(name.getFamily()).orElse("")).strip();
    return whole.isEmpty() ? Optional.ofNullable(name.getText()).orElse("") : whole;
  }
}
