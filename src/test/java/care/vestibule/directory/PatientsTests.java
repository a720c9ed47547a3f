package care.vestibule.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.vestibule.testing.Fixtures;
import care.vestibule.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientsTests {

  private final TestDatabase database = TestDatabase.get();
  private final Fixtures fixtures = new Fixtures(database);
  private final Patients patients = new Patients(database.jdbc());
  private final Clinic clinic = fixtures.aClinic();
  private final Contact mobile =
      new Contact(Contact.Kind.MOBILE, Contact.Use.HOME, "+49 151 23456789", true);

  @Test
  void aStoredPatientIsReadBackAsItWas() {
    var patient = fixtures.aPatient(clinic.id()).born(LocalDate.of(2010, 10, 9)).stored();

    assertThat(fixtures.in(clinic.id(), () -> patients.find(patient.id()))).contains(patient);
    assertThat(fixtures.in(clinic.id(), () -> patients.findByRef(patient.ref()))).contains(patient);
    assertThat(
            fixtures.in(
                clinic.id(), () -> patients.findByIdentifier(patient.identifiers().getFirst())))
        .contains(patient);
  }

  @Test
  void anotherClinicSeesNoneOfIt() {
    var patient = fixtures.aPatient(clinic.id()).stored();
    var other = fixtures.aClinic();

    assertThat(fixtures.in(other.id(), () -> patients.find(patient.id()))).isEmpty();
    assertThat(fixtures.in(other.id(), () -> count("patient"))).isZero();
    assertThat(fixtures.in(other.id(), () -> count("patient_contact"))).isZero();
    assertThat(fixtures.in(other.id(), () -> count("identifier"))).isZero();
    assertThat(fixtures.in(clinic.id(), () -> count("patient"))).isPositive();
  }

  @Test
  void anAdministrativeChangeCountsTheVersionUpAndStaysThroughTheNextImport() {
    var patient = fixtures.aPatient(clinic.id()).stored();
    var change = new AdministrativeChange("fr", List.of(mobile), Optional.empty());

    var changed =
        fixtures.in(clinic.id(), () -> patients.changeAdministrative(patient.id(), 1, change));
    assertThat(changed.version()).isEqualTo(2);
    fixtures.in(clinic.id(), () -> saved(patient));

    var kept = fixtures.in(clinic.id(), () -> patients.find(patient.id())).orElseThrow();
    assertThat(kept.contacts()).containsExactly(mobile);
    assertThat(kept.language()).isEqualTo("fr");
    assertThat(kept.version()).isEqualTo(3);
  }

  @Test
  void ofTwoChangesToTheSameVersionTheSecondIsRefused() {
    var patient = fixtures.aPatient(clinic.id()).stored();
    var change = new AdministrativeChange("fr", List.of(mobile), Optional.empty());
    fixtures.in(clinic.id(), () -> patients.changeAdministrative(patient.id(), 1, change));

    assertThatThrownBy(
            () ->
                fixtures.in(
                    clinic.id(), () -> patients.changeAdministrative(patient.id(), 1, change)))
        .isInstanceOf(VersionConflict.class);
  }

  @Test
  void aPatientIsFoundByTheBeginningOfAnyName() {
    var patient = fixtures.aPatient(clinic.id()).stored();

    for (var text :
        List.of(
            "ocam",
            "Rami fran",
            "1977-09-16",
            "Ocampo 1977-09-16",
            patient.identifiers().getFirst().value(),
            " OCAMPO ")) {
      assertThat(fixtures.in(clinic.id(), () -> patients.search(text, 100)))
          .as(text)
          .contains(patient);
    }
    for (var text :
        List.of("campo", "fran nobody", "1977-09", "1977-09-17 ocampo", "%", "_campo", "\\")) {
      assertThat(fixtures.in(clinic.id(), () -> patients.search(text, 100))).as(text).isEmpty();
    }
  }

  @Test
  void twoPatientsMayShareOneAddress() {
    var shared = new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "family@patient.example", true);

    var one = fixtures.aPatient(clinic.id()).reachedBy(shared).stored();
    var two = fixtures.aPatient(clinic.id()).reachedBy(shared).stored();

    assertThat(one.contacts()).isEqualTo(two.contacts());
  }

  @Test
  void unknownCodesAreRefused() {
    var patient = fixtures.aPatient(clinic.id());

    assertThatThrownBy(() -> patient.speaking("not a language").built())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PatientState.valueOf("ASLEEP"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Contact(Contact.Kind.EMAIL, Contact.Use.HOME, "a@b\r\nBcc: c@d", false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Patient saved(Patient patient) {
    patients.save(patient);
    return patient;
  }

  private long count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Long.class).single();
  }
}
