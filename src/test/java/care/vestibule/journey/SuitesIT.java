package care.vestibule.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Doctors whose keys are of different suites share with one patient, who reads both. */
class SuitesIT {

  private static final String ZAVALA = "9999940999";
  private static final String OTHER = "9999986893";

  private final TestInstallation vestibule = TestInstallation.open();
  private final ClinicSystem clinic = vestibule.clinicSystem();

  @Test
  void aDoctorWithAnRsaKeyAndOneWithAnXWingKeyShareWithOnePatient() {
    assertThat(vestibule.backstage().rotatesKeyOf(OTHER, "rsa-oaep")).contains("new key made");
    var patient = SmallPatient.of(ZAVALA, OTHER);
    var id = patient.importedBy(clinic);
    var invitation = clinic.invites(id, vestibule.demo().doctor().value());
    var device = new PatientDevice(vestibule.address());
    device.enrolsWithoutCode(
        new PatientMailbox(vestibule.address(), patient.email(), "").awaitsLink(1));
    var one = vestibule.doctor(ZAVALA);
    var other = vestibule.doctor(OTHER);
    one.approves(one.awaitsRequestOf(id));
    var request = other.awaitsRequestOf(id);
    other.approves(request);
    clinic.awaitsOutcome(invitation, "all-shared");

    assertThat(device.reads()).hasSize(5);
    assertThat(suitesOfKeysOfDoctors(id)).as("RSA-OAEP and X-Wing").containsExactly(1, 2);
    assertThat(suitesSealedToPatient(id)).as("the patient's alone").containsExactly(2, 2);

    losesARight(id);
    assertThat(device.reads()).hasSize(4);
    vestibule
        .backstage()
        .sharesAgain(
            id, UUID.fromString(other.notification(request).get("hcp").asString()), request);
    assertThat(device.reads()).as("derived once more").hasSize(5);

    assertThat(vestibule.backstage().rotatesKeyOf(OTHER, "x-wing")).contains("new key made");
    losesARight(id);
    vestibule
        .backstage()
        .sharesAgain(
            id, UUID.fromString(other.notification(request).get("hcp").asString()), request);
    assertThat(device.reads()).as("under both of the doctor's keys").hasSize(5);
  }

  private List<Integer> suitesOfKeysOfDoctors(UUID patient) {
    return vestibule
        .database()
        .sql(
            """
            select get_byte(encoded, 1) from public_key where state = 'ACTIVE' and party in
              (select delegator from exchange where delegate = :patient) order by 1
            """)
        .param("patient", patient)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  private List<Integer> suitesSealedToPatient(UUID patient) {
    return vestibule
        .database()
        .sql("select get_byte(record, 1) from exchange where delegate = :patient order by 1")
        .param("patient", patient)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /** One that only the doctor with the RSA key can give again. */
  private void losesARight(UUID patient) {
    var lost =
        vestibule
            .database()
            .sql(
                """
                delete from delegation d using entity e where e.entity_id = d.entity_id
                  and d.delegate = :patient and e.fhir_type = 'Condition' and e.entity_id in
                  (select entity_id from delegation where delegate =
                    (select owner_id from identifier where owner_kind = 'HCP' and value = :npi))
                """)
            .param("patient", patient)
            .param("npi", OTHER)
            .update();
    assertThat(lost).isPositive();
  }
}
