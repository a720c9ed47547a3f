package care.vestibule.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import care.vestibule.directory.Contact.Kind;
import care.vestibule.directory.Contact.Use;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTests {

  private static final String ROLES = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Proxies proxies = new Proxies(new Telecoms(clock), clock);

  @Test
  void aMothersAddressIsAContactUnderHerName() {
    var mother = person(ROLES, "MTH");
    mother.getName().setFamily("Small").addGiven("Maria");

    assertThat(proxies.contacts(List.of(mother)))
        .containsExactly(
            new Contact(Kind.EMAIL, Use.HOME, "p@x.example", false, Optional.of("Maria Small")));
  }

  @Test
  void aGuardianWithoutANameIsNamelessAndStillNotThePatient() {
    assertThat(proxies.contacts(List.of(person(ROLES, "GUARD"))))
        .extracting(Contact::proxy)
        .containsExactly(Optional.of(""));
  }

  @ParameterizedTest
  @CsvSource({
    "http://terminology.hl7.org/CodeSystem/v2-0131, N",
    "http://terminology.hl7.org/CodeSystem/v2-0131, C",
    "http://terminology.hl7.org/CodeSystem/v3-RoleCode, SIS",
    "http://other.example/codes, MTH"
  })
  void whoIsNotSaidToActForThePatientIsLeftOut(String system, String code) {
    assertThat(proxies.contacts(List.of(person(system, code)))).isEmpty();
  }

  @Test
  void aGuardianshipThatEndedIsLeftOut() {
    var former = person(ROLES, "GUARD");
    former.getPeriod().setEnd(Date.from(NOW.minusSeconds(1)));

    assertThat(proxies.contacts(List.of(former))).isEmpty();
  }

  private static ContactComponent person(String system, String code) {
    var person = new ContactComponent();
    person.addRelationship().addCoding().setSystem(system).setCode(code);
    person
        .addTelecom()
        .setSystem(ContactPointSystem.EMAIL)
        .setUse(ContactPointUse.HOME)
        .setValue("p@x.example");
    return person;
  }
}
