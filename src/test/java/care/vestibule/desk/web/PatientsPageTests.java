package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientState;
import care.vestibule.tenancy.ClinicId;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class PatientsPageTests {

  private static final String PAGE = "/desk/patients";

  private final DeskFixture office;
  private final ClinicId clinic;
  private final DeskBrowser clerk;

  PatientsPageTests(@Autowired DeskFixture office) {
    this.office = office;
    this.clinic = office.fixtures().aClinic().id();
    this.clerk = office.clerkOf(clinic);
  }

  @Test
  void aPatientIsFoundByNameBirthDateAndNumberWithinTheClinicOnly() {
    var patient = office.aPatient(clinic, DeskFixture.email("one@patient.example"));
    var other = office.fixtures().aPatient(office.fixtures().aClinic().id()).stored();

    assertThat(found("ocam franc", "")).contains(linkTo(patient)).doesNotContain(linkTo(other));
    assertThat(found("", "1977-09-16")).contains(linkTo(patient));
    assertThat(found("Ocampo", "1977-09-16")).contains(linkTo(patient));
    assertThat(found("Ocampo", "1977-09-17")).contains("Nobody was found");
    assertThat(found(patient.identifiers().getFirst().value(), "")).contains(linkTo(patient));
    assertThat(found("", "")).contains("Nobody was found");
    assertThat(found("%", "")).contains("Nobody was found");
  }

  @Test
  void eachRowSaysByWhichWayAndWhy() {
    office.aPatient(
        clinic, DeskFixture.email("a@patient.example"), DeskFixture.mobile("+4917012345"));
    assertThat(found("ocampo", "")).contains("Can be invited", "e-mail, preferred");

    var second = office.fixtures().aClinic().id();
    office.aPatient(
        second,
        DeskFixture.mobile("+4917012345"),
        new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "030 1234", true));
    assertThat(found(office.clerkOf(second), "ocampo", ""))
        .contains("Can be invited", "mobile, no e-mail");
  }

  @Test
  void whoCanNotBeInvitedStandsThereWithTheReason() {
    var fixtures = office.fixtures();
    var landline = new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "030 1234", true);
    var unreachable = fixtures.aPatient(clinic).reachedBy(landline).stored();
    var dead = fixtures.aPatient(clinic).being(PatientState.DECEASED).stored();
    var child = fixtures.aPatient(clinic).born(LocalDate.of(2020, 1, 1)).stored();

    assertThat(found("ocampo", ""))
        .contains(
            "Cannot be invited",
            "a landline takes no messages",
            "The patient has died.",
            "The patient is too young")
        .doesNotContain("Can be invited");
    for (var patient : new Patient[] {dead, child}) {
      assertThat(clerk.page(PAGE + "/" + patient.id()))
          .contains("id=\"refusal\"")
          .doesNotContain("name=\"doctor\"");
    }
    assertThat(clerk.page(PAGE + "/" + unreachable.id()))
        .contains("id=\"refusal\"")
        .contains("id=\"invite-by-letter\"")
        .doesNotContain("id=\"invite\"");
  }

  @Test
  void namesDoNotGetIntoAddresses() {
    assertThat(clerk.page(PAGE))
        .containsPattern(
            "<form[^>]* method=\"post\"[^>]*role=\"search\"|<form[^>]*role=\"search\"[^>]* method=\"post\"");
    assertThat(clerk.get(PAGE + "?text=ocampo").body()).doesNotContain("Nobody was found");
  }

  private String found(String text, String born) {
    return found(clerk, text, born);
  }

  private static String found(DeskBrowser asking, String text, String born) {
    var answer = asking.submit(PAGE, PAGE, Map.of("text", text, "born", born));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static String linkTo(Patient patient) {
    return "href=\"/desk/patients/" + patient.id() + "\"";
  }
}
