package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patients who are not like the others. */
class OddPatientsIT {

  private static final String ZAVALA = "9999940999";

  private final House house = House.open();
  private final ClinicSystem clinic = house.clinicSystem();

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

    var refused = clinic.asksToInvite(id, house.demo().doctor().value(), "auto", "PT1H");

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(Http.json(refused).get("type").asString())
        .isEqualTo("urn:vestibule:problem:" + reason);
    assertThat(new Letterbox(house.address(), patient.email(), "").mails()).isEmpty();
  }

  @Test
  void aPatientNobodyHoldsDataOfIsInvitedAndToldThatThereIsNothingYet() {
    var patient = SmallPatient.of(ZAVALA);
    var id = patient.importedBy(clinic);
    var device = new PatientDevice(house.address());
    house
        .database()
        .sql(
            """
            delete from delegation where entity_id in
              (select entity_id from entity where patient_id = :patient)
            """)
        .param("patient", id)
        .update();
    var letters = new Letterbox(house.address(), patient.email(), "");
    var invitation = clinic.invites(id, house.demo().doctor().value());

    device.enrolsWithoutCode(letters.awaitsLink(1));

    clinic.awaitsOutcome(invitation, "nothing-to-share");
    assertThat(device.progress().get("asked").asInt()).isZero();
    assertThat(device.reads()).isEmpty();
  }
}
