package care.vestibule.records.fhir;

import static care.vestibule.records.fhir.ImportFixture.ZAVALA;
import static care.vestibule.records.fhir.ImportFixture.outcome;
import static care.vestibule.records.fhir.ImportFixture.text;
import static care.vestibule.records.fhir.TestBundles.batch;
import static care.vestibule.records.fhir.TestBundles.entry;
import static care.vestibule.records.fhir.TestBundles.observation;
import static care.vestibule.records.fhir.TestBundles.patient;
import static care.vestibule.records.fhir.TestBundles.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadEntriesTests {

  private static final String[] WRITTEN = {"hcp", "patient", "entity", "exchange", "delegation"};

  private final ImportFixture vestibule = new ImportFixture();

  @BeforeEach
  void thereAreProfessionals() {
    vestibule.practitionersWithKeys();
  }

  @Test
  void aBadEntryOfABatchIsAnsweredAndTheRestGoesIn() {
    var answer =
        (Bundle)
            vestibule
                .send(
                    batch(
                        entry("x", "Observation", "\"status\": \"Canary7\""),
                        patient("p1", "Ocampo"),
                        observation("o1", "p1", ZAVALA),
                        observation("o2", "nobody", ZAVALA),
                        "{\"resource\": 5}"))
                .body();

    assertThat(statuses(answer))
        .containsExactly(
            "400 Bad Request",
            "201 Created",
            "201 Created",
            "422 Unprocessable Content",
            "422 Unprocessable Content");
    assertThat(outcome(answer, 0).getIssueFirstRep().getCode().toCode()).isEqualTo("structure");
    assertThat(vestibule.rows("entity")).hasSize(2);
  }

  @Test
  void aTransactionWithOneBadEntryLeavesNothing() {
    var before = vestibule.rows(WRITTEN);

    var answer =
        vestibule.send(
            transaction(
                patient("p1", "Ocampo"),
                observation("o1", "p1", ZAVALA),
                entry("x", "Observation", "\"status\": \"Canary7\"")));

    assertThat(answer.status()).isEqualTo(400);
    var issue = ((OperationOutcome) answer.body()).getIssueFirstRep();
    assertThat(issue.getExpression().getFirst().getValue()).isEqualTo("Bundle.entry[2]");
    assertThat(vestibule.rows(WRITTEN)).isEqualTo(before);
  }

  @Test
  void aConditionalReferenceThatNamesNobodyRefusesItsEntry() {
    var answer =
        (Bundle)
            vestibule
                .send(batch(patient("p1", "Ocampo"), observation("o1", "p1", ZAVALA, "000")))
                .body();

    assertThat(statuses(answer).skip(1)).containsExactly("422 Unprocessable Content");
    assertThat(outcome(answer, 1).getIssueFirstRep().getCode().toCode()).isEqualTo("not-found");
  }

  @Test
  void whatIsRefusedIsNotRepeated() {
    for (var bad :
        new String[] {
          entry("x", "Observation", "\"status\": \"Canary7\""),
          entry("x", "Observation", "\"Canary7\": 1"),
          entry("x", "Observation", "\"status\": {\"Canary7\": 1}"),
          entry("x", "Observation", "\"effectiveDateTime\": \"Canary7\""),
          entry("x", "Canary7", "\"a\": 1"),
          entry("x", "Observation", "\"subject\": {\"reference\": \"Patient?Canary7=%ZZ|1\"}"),
          entry(
              "x",
              "Patient",
              "\"name\": [{\"family\": \"Canary7\\u0007\"}], \"birthDate\": \"1980\""),
          "{\"Canary7\": 1"
        }) {
      var answer = vestibule.send(batch(bad));

      assertThat(text(answer)).doesNotContain("Canary7").contains("OperationOutcome");
    }
  }

  @Test
  void whatIsNoBundleIsRefusedAsAWhole() {
    assertThat(vestibule.send("[]").status()).isEqualTo(400);
    assertThat(vestibule.send("{\"resourceType\": \"Patient\"}").status()).isEqualTo(400);
    assertThat(vestibule.send("{\"resourceType\": \"Bundle\", \"type\": \"history\"}").status())
        .isEqualTo(422);
    assertThat(
            vestibule.send("{\"resourceType\": \"Bundle\", \"resourceType\": \"Bundle\"}").status())
        .isEqualTo(400);
  }

  @Test
  void whereNobodyTookPartTheImportingProfessionalHoldsItAndWithoutOneItIsRefused() {
    var bundle = batch(patient("p1", "Ocampo"), observation("o1", "p1"));

    var refused = (Bundle) vestibule.send(bundle).body();
    var taken = (Bundle) vestibule.send(bundle, Optional.of(vestibule.hcp(ZAVALA))).body();

    assertThat(statuses(refused)).allMatch(status -> status.startsWith("422"));
    assertThat(outcome(refused, 0).getIssueFirstRep().getCode().toCode()).isEqualTo("required");
    assertThat(statuses(taken)).allMatch(status -> status.startsWith("201"));
    assertThat(vestibule.readable(TestBundles.idOf(taken, 0), vestibule.hcp(ZAVALA).value()))
        .hasSize(2);
  }

  @Test
  void onlyCreatingAndUpdatingIsDone() {
    var delete =
        "{\"request\": {\"method\": \"DELETE\", \"url\": \"Patient/1\"},"
            + " \"resource\": {\"resourceType\": \"Patient\"}}";
    var answer = (Bundle) vestibule.send(batch(delete)).body();

    assertThat(statuses(answer)).containsExactly("405 Method Not Allowed");
  }

  private static Stream<String> statuses(Bundle answer) {
    return answer.getEntry().stream().map(entry -> entry.getResponse().getStatus());
  }
}
