package care.vestibule.records.fhir;

import static care.vestibule.records.fhir.ImportFixture.POLLICH;
import static care.vestibule.records.fhir.ImportFixture.ZAVALA;
import static care.vestibule.records.fhir.ImportFixture.file;
import static care.vestibule.records.fhir.ImportFixture.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.records.EntityKind;
import care.vestibule.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;

class FhirImportTests {

  private static final String[] TABLES = {
    "clinic_part",
    "hcp",
    "patient",
    "patient_contact",
    "identifier",
    "entity",
    "exchange",
    "delegation"
  };

  private final ImportFixture vestibule = new ImportFixture();

  @Test
  void aPatientComesInWithEverythingButTheBills() {
    vestibule.accepted(file("hospitals.json"));
    vestibule.practitionersWithKeys();
    var answer = vestibule.accepted(file("francisco-ocampo.json"));

    var francisco = vestibule.francisco();
    var zavala = vestibule.hcp(ZAVALA);
    var pollich = vestibule.hcp(POLLICH);
    assertThat(
            vestibule.fixtures.in(vestibule.clinic, () -> vestibule.records.holdersOf(francisco)))
        .containsExactlyInAnyOrder(zavala, pollich);
    var held =
        vestibule.fixtures.in(
            vestibule.clinic, () -> vestibule.records.holdingOf(francisco, zavala));
    assertThat(held.count(EntityKind.PATIENT)).isEqualTo(1);
    assertThat(held.count(EntityKind.HEALTHCARE_ELEMENT)).isEqualTo(16);
    assertThat(held.count(EntityKind.DATA_SAMPLE)).isEqualTo(153);
    assertThat(held.byType()).containsEntry("Observation", 72).doesNotContainKey("Claim");
    assertThat(held.oldest()).contains(LocalDate.of(1995, 11, 10));
    var other =
        vestibule.fixtures.in(
            vestibule.clinic, () -> vestibule.records.holdingOf(francisco, pollich));
    assertThat(other.count(EntityKind.PATIENT)).isEqualTo(1);
    assertThat(other.count(EntityKind.HEALTHCARE_ELEMENT)).isEqualTo(3);
    assertThat(other.count(EntityKind.DATA_SAMPLE)).isEqualTo(13);
    assertThat(answer.getType().toCode()).isEqualTo("transaction-response");
    assertThat(answer.getEntryFirstRep().getResponse().getLocation())
        .isEqualTo("Patient/" + francisco + "/_history/1");
  }

  @Test
  void theClearPartOfAPatientIsWhatItTakesToAddressAndRecognise() {
    vestibule.practitionersWithKeys();
    vestibule.accepted(file("francisco-ocampo.json"));

    var francisco =
        vestibule
            .fixtures
            .in(vestibule.clinic, () -> vestibule.patients.find(vestibule.francisco()))
            .orElseThrow();
    assertThat(francisco.displayName()).isEqualTo("Francisco472 Ramiro608 Ocampo729");
    assertThat(francisco.birthDate()).isEqualTo(LocalDate.of(1977, 9, 16));
    assertThat(francisco.language()).isEqualTo("es");
    assertThat(francisco.contacts())
        .containsExactly(
            new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "555-659-6709", false));
    assertThat(francisco.identifiers())
        .noneMatch(id -> id.value().equals("999-68-1698"))
        .hasSize(2);
  }

  @Test
  void importingTheSameAgainChangesNothing() {
    vestibule.accepted(file("hospitals.json"));
    vestibule.practitionersWithKeys();
    vestibule.accepted(file("francisco-ocampo.json"));
    var before = vestibule.rows(TABLES);

    vestibule.accepted(file("hospitals.json"));
    vestibule.accepted(file("practitioners.json"));
    var again = vestibule.accepted(file("francisco-ocampo.json"));

    assertThat(vestibule.rows(TABLES)).isEqualTo(before).hasSizeGreaterThan(380);
    assertThat(again.getEntry())
        .allMatch(entry -> entry.getResponse().getStatus().equals("200 OK"));
  }

  @Test
  void nothingClinicalStandsInTheDatabaseInClear() {
    vestibule.practitionersWithKeys();
    vestibule.accepted(file("francisco-ocampo.json"));

    var everything = String.join("\n", vestibule.rows(TABLES));
    var secrets =
        List.of("Acetaminophen", "Body Height", "224299000", "999-68-1698", "Pedroza", "Influenza");
    var sent = file("francisco-ocampo.json");
    assertThat(secrets).allMatch(sent::contains);
    for (var secret : secrets) {
      var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(everything).doesNotContain(secret).doesNotContain(hex);
    }
    assertThat(everything).contains("Ocampo729");
  }

  @Test
  void whoTookPartOpensWhatWasSent() {
    var keys = vestibule.practitionersWithKeys();
    vestibule.accepted(file("francisco-ocampo.json"));

    var entities = vestibule.readable(vestibule.francisco(), vestibule.hcp(POLLICH).value());
    var opened =
        entities.stream()
            .map(each -> vestibule.opened(each, Objects.requireNonNull(keys.get(POLLICH))))
            .toList();

    assertThat(opened).hasSize(17);
    assertThat(file("francisco-ocampo.json")).contains(opened);
    assertThat(opened).anyMatch(json -> json.contains("Acetaminophen"));
    assertThat(opened).anyMatch(json -> json.contains("999-68-1698"));
  }

  @Test
  void anotherClinicSeesNothingOfItEvenIfAQueryForgetsTheClinic() {
    vestibule.practitionersWithKeys();
    vestibule.accepted(file("francisco-ocampo.json"));
    var francisco = vestibule.francisco();
    var stranger = new ImportFixture();
    var jdbc = TestDatabase.get().jdbc();

    for (var table : TABLES) {
      var sql = "select count(*) from " + table;
      assertThat(
              stranger.fixtures.in(stranger.clinic, () -> jdbc.sql(sql).query(Long.class).single()))
          .as(table)
          .isZero();
    }
    assertThat(stranger.fixtures.in(stranger.clinic, () -> stranger.records.holdersOf(francisco)))
        .isEmpty();
  }

  @Test
  void anUpdateIsOneNewVersionThatItsProfessionalsCanRead() {
    var keys = vestibule.practitionersWithKeys();
    vestibule.accepted(file("francisco-ocampo.json"));
    var before = vestibule.rows("entity");

    var changed = file("francisco-ocampo.json").replaceFirst("175\\.8", "176.25");
    vestibule.accepted(changed);

    var after = vestibule.rows("entity");
    assertThat(after.stream().filter(row -> !before.contains(row))).hasSize(1);
    var zavala = Objects.requireNonNull(keys.get(ZAVALA));
    assertThat(
            vestibule.readable(vestibule.francisco(), vestibule.hcp(ZAVALA).value()).stream()
                .filter(each -> each.entity().version() == 2)
                .map(each -> vestibule.opened(each, zavala)))
        .singleElement()
        .asString()
        .contains("176.25");
  }

  @Test
  void whereSomebodyHasNoKeyTheOthersGetItAndTheAnswerSaysSo() {
    vestibule.accepted(file("practitioners.json"));
    vestibule.keyOf(ZAVALA);
    var bundle =
        TestBundles.batch(
            TestBundles.patient("p1", "Ocampo"),
            TestBundles.observation("o1", "p1", ZAVALA, POLLICH),
            TestBundles.observation("o2", "p1", POLLICH));

    var answer = (Bundle) vestibule.send(bundle).body();

    assertThat(statuses(answer)).containsExactly("201 Created", "201 Created", "409 Conflict");
    assertThat(outcome(answer, 1).getIssueFirstRep().getSeverity().toCode()).isEqualTo("warning");
    assertThat(outcome(answer, 2).getIssueFirstRep().getCode().toCode()).isEqualTo("transient");

    vestibule.keyOf(POLLICH);
    vestibule.accepted(bundle);
    var patient = TestBundles.idOf(answer, 0);
    assertThat(vestibule.readable(patient, vestibule.hcp(POLLICH).value())).hasSize(3);
  }

  private static Stream<String> statuses(Bundle answer) {
    return answer.getEntry().stream().map(entry -> entry.getResponse().getStatus());
  }
}
