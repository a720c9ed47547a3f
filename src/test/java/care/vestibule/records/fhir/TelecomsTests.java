package care.vestibule.records.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.directory.Contact;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class TelecomsTests {

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @Test
  void contactsAreReadByRankAndOldOnesAreLeftOut() {
    var contacts =
        new Telecoms(clock)
            .contacts(
                telecoms(
                    """
                    {"system": "phone", "value": "555-659-6709", "use": "home"},
                    {"system": "phone", "value": "+49 151 1", "use": "mobile", "rank": 2},
                    {"system": "email", "value": " paz@patient.example ", "use": "work", "rank": 1},
                    {"system": "sms", "value": "+49 151 2"},
                    {"system": "fax", "value": "555-1"},
                    {"system": "email", "value": "old@patient.example", "use": "old"},
                    {"system": "email", "value": "past@patient.example",
                     "period": {"end": "2025-12-01"}}
                    """));

    assertThat(contacts)
        .containsExactly(
            new Contact(Contact.Kind.EMAIL, Contact.Use.WORK, "paz@patient.example", true),
            new Contact(Contact.Kind.MOBILE, Contact.Use.OTHER, "+49 151 1", false),
            new Contact(Contact.Kind.LANDLINE, Contact.Use.HOME, "555-659-6709", false),
            new Contact(Contact.Kind.MOBILE, Contact.Use.OTHER, "+49 151 2", false));
  }

  private static List<ContactPoint> telecoms(String json) {
    Bundle bundle =
        new FhirFormat()
            .read(
                """
                {"resourceType": "Bundle", "type": "collection", "entry": [
                  {"resource": {"resourceType": "Patient", "telecom": [%s]}}]}
                """
                    .formatted(json));
    return ((Patient) bundle.getEntryFirstRep().getResource()).getTelecom();
  }
}
