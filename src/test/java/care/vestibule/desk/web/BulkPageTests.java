package care.vestibule.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.Patient;
import care.vestibule.tenancy.ClinicId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class BulkPageTests {

  private final DeskFixture office;
  private final ClinicId clinic;
  private final HcpId doctor;
  private final DeskBrowser clerk;
  private final Patient byMail;
  private final Patient unreachable;

  BulkPageTests(@Autowired DeskFixture office) {
    this.office = office;
    this.clinic = office.fixtures().aClinic().id();
    this.doctor = office.fixtures().anHcp(clinic).id();
    this.clerk = office.clerkOf(clinic);
    this.byMail = office.aPatient(clinic, DeskFixture.email("bulk@patient.example"));
    this.unreachable =
        office.aPatient(
            clinic, new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "030 901820", true));
  }

  @Test
  void aListIsLookedThroughFirstAndSaysWhoCanNotBeReachedAndWhy() {
    var foreign = office.fixtures().aPatient(office.fixtures().aClinic().id()).stored();

    var page =
        look(
            "number,born\n"
                + number(byMail)
                + ",1977-09-16\n"
                + number(unreachable)
                + "\n\"no-such-number\"\n"
                + number(foreign)
                + "\n"
                + number(byMail)
                + "\n");

    assertThat(page).contains("1 of 5 can be invited");
    assertThat(page).contains("a landline takes no messages");
    assertThat(page).contains("This clinic has no patient of that number.");
    assertThat(page).contains("A line above names the same patient.");
    assertThat(page).doesNotContain(foreign.family());
    assertThat(office.latestOf(byMail)).isEmpty();
  }

  @Test
  void thoseTickedAreInvitedOnceHoweverOftenItIsSent() {
    look(number(byMail));
    var form =
        Map.of(
            "doctor", doctor.toString(),
            "life", "HOURS_4",
            "patient", byMail.id().toString());

    var first = clerk.submit("/desk/bulk", "/desk/bulk/invite", form);
    var second = clerk.submit("/desk/bulk", "/desk/bulk/invite", form);

    assertThat(first.body()).contains("1 patient was invited.");
    assertThat(second.body()).contains("Nobody was invited, 1 was invited already.");
    assertThat(office.latestOf(byMail).orElseThrow().invitedBy()).isEqualTo(doctor);
  }

  @Test
  void whoCanNotBeInvitedIsNotInvitedWhateverTheFormSays() {
    var form =
        Map.of(
            "doctor", doctor.toString(),
            "life", "HOURS_4",
            "patient", unreachable.id().toString());

    var answer = clerk.submit("/desk/bulk", "/desk/bulk/invite", form);

    assertThat(answer.body()).contains("Nobody was invited, 1 cannot be invited any more.");
    assertThat(office.latestOf(unreachable)).isEmpty();
  }

  @Test
  void rowsThatSlippedAreNoticedByTheBirthDate() {
    assertThat(look(number(byMail) + ";1977-09-17"))
        .contains("0 of 1 can be invited", "born on another day");
  }

  @Test
  void aFhirGroupIsAListToo() {
    var identifier = byMail.identifiers().getFirst();
    var page =
        look(
            """
            {"resourceType": "Group", "type": "person", "actual": true, "member": [
              {"entity": {"identifier": {"system": "%s", "value": "%s"}}},
              {"entity": {"reference": "Patient/%s"}},
              {"entity": {"identifier": {"system": "urn:other", "value": "%s"}}},
              {"entity": {"reference": "Patient/%s"}, "inactive": true}]}
            """
                .formatted(
                    identifier.system(),
                    identifier.value(),
                    unreachable.id(),
                    identifier.value(),
                    unreachable.id()));

    assertThat(page).contains("1 of 3 can be invited", "a landline takes no messages");
    assertThat(page).contains("This clinic has no patient of that number.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "{\"resourceType\": \"Patient\"}", "{ not json"})
  void whatIsNoListSaysSo(String list) {
    assertThat(look(list)).contains("This is not a list of up to 500 patients");
  }

  @Test
  void fiveHundredAndOneAreTooMany() {
    assertThat(look("x\n".repeat(501))).contains("This is not a list of up to 500 patients");
  }

  private String look(String list) {
    var answer = clerk.submit("/desk/bulk", "/desk/bulk", Map.of("list", list));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("??");
    return answer.body();
  }

  private static String number(Patient patient) {
    return patient.identifiers().getFirst().value();
  }
}
