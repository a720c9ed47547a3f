package care.vestibule.records.fhir;

import static care.vestibule.records.fhir.ImportFixture.NPI;
import static care.vestibule.records.fhir.ImportFixture.POLLICH;
import static care.vestibule.records.fhir.ImportFixture.ZAVALA;
import static care.vestibule.records.fhir.TestBundles.batch;
import static care.vestibule.records.fhir.TestBundles.entry;
import static care.vestibule.records.fhir.TestBundles.observation;
import static care.vestibule.records.fhir.TestBundles.patient;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.PatientState;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoGetsWhatTests {

  private static final String BY_POLLICH =
      "{\"reference\": \"Practitioner?identifier=" + NPI + "|" + POLLICH + "\"}";

  private final ImportFixture vestibule = new ImportFixture();

  @BeforeEach
  void thereAreProfessionals() {
    vestibule.practitionersWithKeys();
  }

  @Test
  void whatNamesNobodyFollowsItsEncounter() {
    var encounter =
        entry(
            "e1",
            "Encounter",
            """
            "status": "finished", "class": {"code": "AMB"}, "subject": {"reference": "urn:test:p1"},
            "participant": [{"individual": %s}]
            """
                .formatted(BY_POLLICH));
    var condition =
        entry(
            "c1",
            "Condition",
            """
            "subject": {"reference": "urn:test:p1"}, "encounter": {"reference": "urn:test:e1"}
            """);
    var answer = vestibule.accepted(batch(patient("p1", "Ocampo"), encounter, condition));

    var id = TestBundles.idOf(answer, 0);
    assertThat(vestibule.readable(id, vestibule.hcp(POLLICH).value())).hasSize(3);
    assertThat(vestibule.readable(id, vestibule.hcp(ZAVALA).value())).isEmpty();

    // A later bundle refers to the encounter as it is stored here.
    var stored = answer.getEntry().get(1).getResponse().getLocation().replaceAll("/_history.*", "");
    vestibule.accepted(
        batch(
            entry(
                "c2",
                "Condition",
                """
                "subject": {"reference": "Patient/%s"}, "encounter": {"reference": "%s"}
                """
                    .formatted(id, stored))));
    assertThat(vestibule.readable(id, vestibule.hcp(POLLICH).value())).hasSize(4);
  }

  @Test
  void whatNamesNobodyAndHasNoEncounterGoesToTheGeneralPractitioner() {
    var person =
        patient("p1", "Ocampo")
            .replace("\"gender\"", "\"generalPractitioner\": [" + BY_POLLICH + "], \"gender\"");
    var answer = vestibule.accepted(batch(observation("o1", "p1"), person));

    var id = TestBundles.idOf(answer, 1);
    assertThat(vestibule.readable(id, vestibule.hcp(POLLICH).value())).hasSize(2);

    vestibule.accepted(batch(observation("o2", "Patient/" + id)));
    assertThat(vestibule.readable(id, vestibule.hcp(POLLICH).value())).hasSize(3);
  }

  @Test
  void aMedicationBelongsToWhatRefersToIt() {
    var medication = entry("m1", "Medication", "\"code\": {\"text\": \"Docetaxel\"}");
    var administration =
        entry(
            "a1",
            "MedicationAdministration",
            """
            "status": "completed", "subject": {"reference": "urn:test:p1"},
            "medicationReference": {"reference": "urn:test:m1"},
            "performer": [{"actor": %s}], "effectiveDateTime": "2024-05-01"
            """
                .formatted(BY_POLLICH));
    var answer = vestibule.accepted(batch(medication, administration, patient("p1", "Ocampo")));

    assertThat(vestibule.readable(TestBundles.idOf(answer, 2), vestibule.hcp(POLLICH).value()))
        .hasSize(3);
  }

  @Test
  void aResourceNeverMovesToAnotherPatient() {
    vestibule.accepted(batch(patient("p1", "Ocampo"), observation("o1", "p1", ZAVALA)));

    var answer =
        vestibule.send(batch(patient("p2", "Zafra"), observation("o1", "p2", ZAVALA))).body();

    var entries = ((Bundle) answer).getEntry();
    assertThat(entries.get(0).getResponse().getStatus()).startsWith("201");
    assertThat(entries.get(1).getResponse().getStatus()).startsWith("409");
  }

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "\"active\": true; ACTIVE",
        "\"active\": false; INACTIVE",
        "\"deceasedBoolean\": true; DECEASED",
        "\"deceasedBoolean\": false; ACTIVE",
        "\"deceasedDateTime\": \"2020-01-01\"; DECEASED",
        "\"link\": [{\"type\": \"replaced-by\", \"other\": {\"display\": \"-\"}}]; MERGED"
      })
  void thePatientsStateIsRead(String property, PatientState state) {
    var person = patient("p1", "Ocampo").replace("\"gender\"", property + ", \"gender\"");

    var answer = vestibule.accepted(batch(person, observation("o1", "p1", ZAVALA)));

    var id = TestBundles.idOf(answer, 0);
    assertThat(
            vestibule
                .fixtures
                .in(vestibule.clinic, () -> vestibule.patients.find(id))
                .orElseThrow()
                .state())
        .isEqualTo(state);
  }
}
