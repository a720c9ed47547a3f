package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patients who are not like the others. */
class OddPatientsIT {

  private static final String ZAVALA = "9999940999";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"deceasedBoolean\": true, | patient-deceased",
        "\"active\": false, | patient-inactive",
        "\"link\": [{\"type\": \"replaced-by\", \"other\": {\"display\": \"x\"}}], | patient-merged"
      })
  void whoCanNotBeInvitedIsRefusedWithTheReason(String state, String reason) {
    var patient = SmallPatient.of(ZAVALA).with(state);
    var id = patient.importedBy(clinic);

    var refused = clinic.asksToInvite(id, vestibule.demo().doctor().value(), "auto", "PT1H");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(JourneyHttp.json(refused).get("type").asString())
        .isEqualTo("urn:vestibule:problem:" + reason);
    assertThat(new PatientMailbox(vestibule.address(), patient.email(), "").mails()).isEmpty();
  }

  @Test
  void aPatientNobodyHoldsDataOfIsInvitedAndToldThatThereIsNothingYet() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var device = new PatientDevice(vestibule.address());
    vestibule
        .database()
        .sql(
            """
            delete from delegation where entity_id in
              (select entity_id from entity where patient_id = :patient)
            """)
        .param("patient", id)
        .update();
    var letters = new PatientMailbox(vestibule.address(), patient.email(), "");
    var invitation = clinic.invites(id, vestibule.demo().doctor().value());

    device.enrolsWithoutCode(letters.awaitsLink(1));

    clinic.awaitsOutcome(invitation, "nothing-to-share");
    assertThat(device.progress().get("asked").asInt()).isZero();
    assertThat(device.reads()).isEmpty();
  }

  @Test
  void aMinorIsRefusedAndNothingGoesToTheChildsOwnNumber() {
    var child =
        SmallPatient.of(ZAVALA)
            .bornOn(java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusYears(15).toString())
            .reachableBy(SmallPatient.telecom("phone", "+16175550188", "mobile"));
    var id = child.importedBy(clinic);

    for (var channel : new String[] {"auto", "sms"}) {
      var refused = clinic.asksToInvite(id, vestibule.demo().doctor().value(), channel, "PT1H");
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
      assertThat(JourneyHttp.json(refused).get("type").asString()).endsWith(":patient-minor");
    }
    assertThat(new PatientMailbox(vestibule.address(), "", "+16175550188").texts()).isEmpty();
  }

  @Test
  void aMinorsInvitationGoesToTheGuardianTheRecordNamesAndIsForTheChild() {
    var guardian = "guardian" + System.nanoTime() + "@example.org";
    var child =
        SmallPatient.of(ZAVALA)
            .bornOn(java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusYears(9).toString())
            .reachableBy(SmallPatient.telecom("phone", "+16175550189", "mobile"))
            .with(contactOf("MTH", "Maria", guardian));
    var id = child.importedBy(clinic);
    var letters = new PatientMailbox(vestibule.address(), guardian, "+16175550189");

    clinic.invites(id, vestibule.demo().doctor().value());

    letters.awaitsLink(1);
    assertThat(letters.mails().getFirst().toString())
        .contains("Hello Maria Small,")
        .contains("the person who acts for Pat");
    assertThat(letters.texts()).as("what went to the child's own number").isEmpty();
  }

  private static String contactOf(String role, String given, String email) {
    return """
        "contact": [{"relationship": [{"coding": [
            {"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "%s"}]}],
          "name": {"family": "Small", "given": ["%s"]}, "telecom": [%s]}],
        """
        .formatted(role, given, SmallPatient.telecom("email", email, "home"));
  }

  @Test
  void ofTwoPatientsWithOneAddressNeitherEnrolsAsTheOther() {
    var one = SmallPatient.of(ZAVALA);
    var other = SmallPatient.of(ZAVALA).bornOn("1985-07-08").named("Other", one.email());
    var first = one.importedBy(clinic);
    var second = other.importedBy(clinic);
    var letters = new PatientMailbox(vestibule.address(), one.email(), "");
    clinic.invites(first, vestibule.demo().doctor().value());
    var linkOfOne = letters.awaitsLink(1);
    clinic.invites(second, vestibule.demo().doctor().value());
    var linkOfOther = letters.awaitsLink(2);
    var device = new PatientDevice(vestibule.address());

    // Each knows the other's mail, and not the other's birth date.
    assertThat(JourneyHttp.json(device.knocks(linkOfOther)).get("need").asString())
        .isEqualTo("born");
    device.enrolsWithoutCode(linkOfOne);

    assertThat(device.page()).contains("1980").doesNotContain("1985");
    assertThat(device.knocks(linkOfOne).statusCode()).as("used").isEqualTo(401);
  }
}
