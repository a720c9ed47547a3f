package care.vestibule.testing;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.PatientState;
import care.vestibule.directory.Patients;
import care.vestibule.tenancy.ClinicId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Builds a patient: each method changes one thing, {@link #stored} stores it. */
public final class PatientFixture {

  private final Fixtures fixtures;
  private final ClinicId clinic;
  private final int number;
  private LocalDate birthDate = LocalDate.of(1977, 9, 16);
  private String language = "es";
  private PatientState state = PatientState.ACTIVE;
  private final List<Contact> contacts = new ArrayList<>();

  PatientFixture(Fixtures fixtures, ClinicId clinic, int number) {
    this.fixtures = fixtures;
    this.clinic = clinic;
    this.number = number;
    this.contacts.add(
        new Contact(
            Contact.Kind.EMAIL, Contact.Use.HOME, "francisco" + number + "@patient.example", true));
  }

  /** Born on this day. */
  public PatientFixture born(LocalDate day) {
    birthDate = day;
    return this;
  }

  /** Speaking this language, a BCP 47 tag. */
  public PatientFixture speaking(String tag) {
    language = tag;
    return this;
  }

  /** In this state. */
  public PatientFixture being(PatientState other) {
    state = other;
    return this;
  }

  /** With exactly these contacts. */
  public PatientFixture reachedBy(Contact... others) {
    contacts.clear();
    contacts.addAll(List.of(others));
    return this;
  }

  /** The patient, not stored. */
  public Patient built() {
    return new Patient(
        new PatientId(UUID.randomUUID()),
        clinic,
        UUID.randomUUID(),
        "Ocampo" + number,
        "Francisco Ramiro",
        birthDate,
        "male",
        language,
        state,
        contacts,
        List.of(new Identifier("http://hospital.example/mrn", UUID.randomUUID().toString())),
        Optional.empty(),
        1);
  }

  /** The patient, stored. */
  public Patient stored() {
    var patient = built();
    return fixtures.in(
        clinic,
        () -> {
          new Patients(fixtures.database().jdbc()).save(patient);
          return patient;
        });
  }
}
