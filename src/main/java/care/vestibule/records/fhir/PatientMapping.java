package care.vestibule.records.fhir;

import care.vestibule.directory.Address;
import care.vestibule.directory.Contact;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PatientState;
import care.vestibule.tenancy.ClinicId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * Takes the clear administrative data out of a Patient resource.
 *
 * <p>Numbers of the state (social security, driver's licence, passport: codes SS, DL and PPN of HL7
 * v2-0203) stay in the sealed part: nobody is addressed or recognised by them here.
 */
final class PatientMapping {

  private static final Set<String> NUMBERS_OF_THE_STATE = Set.of("SS", "DL", "PPN");

  private final Telecoms telecoms;
  private final Proxies proxies;

  PatientMapping(Clock clock) {
    this.telecoms = new Telecoms(clock);
    this.proxies = new Proxies(telecoms, clock);
  }

  /**
   * The clear data; version and reference count only if the patient is new.
   *
   * @throws FhirRefusal if something is missing without which nobody can be addressed
   */
  care.vestibule.directory.Patient clear(Patient patient, PatientId id, ClinicId clinic) {
    var name = HumanNames.of(patient.getName());
    if (patient.getBirthDate() == null) {
      throw FhirRefusal.required("A patient needs a birth date.");
    }
    return new care.vestibule.directory.Patient(
        id,
        clinic,
        UUID.randomUUID(),
        HumanNames.family(name),
        name.getGivenAsSingleString(),
        birthDate(patient),
        patient.hasGender() ? patient.getGender().toCode() : "unknown",
        language(patient),
        state(patient),
        contacts(patient),
        identifiers(patient),
        address(patient),
        1);
  }

  private List<Contact> contacts(Patient patient) {
    return Stream.concat(
            telecoms.contacts(patient.getTelecom()).stream(),
            proxies.contacts(patient.getContact()).stream())
        .toList();
  }

  /** The identifiers that are kept in clear. */
  static List<Identifier> identifiers(Patient patient) {
    return patient.getIdentifier().stream()
        .filter(id -> id.hasSystem() && id.hasValue())
        .filter(
            id ->
                id.getType().getCoding().stream()
                    .noneMatch(coding -> NUMBERS_OF_THE_STATE.contains(coding.getCode())))
        .map(id -> new Identifier(id.getSystem(), id.getValue()))
        .distinct()
        .toList();
  }

  // Of some only the year or the month is known: then nobody is taken for older than they may be.
  private static LocalDate birthDate(Patient patient) {
    var written = patient.getBirthDateElement().getValueAsString();
    return switch (written.length()) {
      case 4 -> Year.parse(written).atMonth(12).atEndOfMonth();
      case 7 -> YearMonth.parse(written).atEndOfMonth();
      default -> LocalDate.parse(written);
    };
  }

  private static String language(Patient patient) {
    var spoken = patient.getCommunication();
    return spoken.stream()
        .filter(Patient.PatientCommunicationComponent::getPreferred)
        .findFirst()
        .or(() -> spoken.stream().findFirst())
        .map(each -> each.getLanguage().getCodingFirstRep().getCode())
        .or(() -> Optional.ofNullable(patient.getLanguage()))
        .orElse("en");
  }

  private static PatientState state(Patient patient) {
    if (patient.getLink().stream().anyMatch(link -> link.getType() == LinkType.REPLACEDBY)) {
      return PatientState.MERGED;
    }
    boolean died =
        patient.hasDeceased()
            && !(patient.getDeceased() instanceof BooleanType known && !known.booleanValue());
    if (died) {
      return PatientState.DECEASED;
    }
    return patient.hasActive() && !patient.getActive()
        ? PatientState.INACTIVE
        : PatientState.ACTIVE;
  }

  private static Optional<Address> address(Patient patient) {
    return patient.getAddress().stream()
        .findFirst()
        .map(
            address ->
                new Address(
                    address.getLine().stream()
                        .map(StringType::getValue)
                        .collect(Collectors.joining(", ")),
                    orEmpty(address.getPostalCode()),
                    orEmpty(address.getCity()),
                    orEmpty(address.getCountry())));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
