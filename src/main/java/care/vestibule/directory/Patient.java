package care.vestibule.directory;

import care.vestibule.tenancy.ClinicId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The clear administrative data of a patient: what it takes to address, greet and recognise one.
 *
 * @param id the patient
 * @param clinic the tenant
 * @param ref the random reference by which the engine knows this patient, and nobody else
 * @param family the family name
 * @param given the given names, may be empty
 * @param birthDate the day of birth
 * @param gender a code of FHIR AdministrativeGender: male, female, other or unknown
 * @param language a BCP 47 tag
 * @param state whether the record is in use
 * @param contacts how to reach the patient, and who stands in for the patient, the best first
 * @param identifiers what other systems call the patient, in their natural order
 * @param address the postal address
 * @param version counts the changes, from 1
 */
public record Patient(
    PatientId id,
    ClinicId clinic,
    UUID ref,
    String family,
    String given,
    LocalDate birthDate,
    String gender,
    String language,
    PatientState state,
    List<Contact> contacts,
    List<Identifier> identifiers,
    Optional<Address> address,
    int version) {

  private static final Set<String> GENDERS = Set.of("male", "female", "other", "unknown");

  /** Refuses unknown codes and names nobody can be called by. */
  public Patient {
    Texts.require("family name", family, 200);
    Texts.requireTame("given name", given, 200);
    if (!GENDERS.contains(gender)) {
      throw new IllegalArgumentException("Unknown gender code");
    }
    requireLanguage(language);
    contacts = List.copyOf(contacts);
    identifiers = identifiers.stream().distinct().sorted().toList();
  }

  /** The language, to pick texts by. */
  public Locale locale() {
    return Locale.forLanguageTag(language);
  }

  /** Whether the patient is not yet of that age in years on that day. */
  public boolean isYoungerThan(int age, LocalDate day) {
    return birthDate.plusYears(age).isAfter(day);
  }

  /** Given names and family name. */
  public String displayName() {
    return (given + " " + family).strip();
  }

  static void requireLanguage(String language) {
    if (language.length() > 35 || Locale.forLanguageTag(language).getLanguage().isEmpty()) {
      throw new IllegalArgumentException("Not a language tag of BCP 47");
    }
  }
}
