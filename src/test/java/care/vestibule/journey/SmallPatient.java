package care.vestibule.journey;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A patient with a note, two healthcare elements and two data samples, in which the given doctors
 * took part.
 */
record SmallPatient(
    UUID source,
    String family,
    String telecom,
    String extra,
    List<String> doctors,
    String email,
    String mobile) {

  private static final AtomicInteger NUMBER = new AtomicInteger(200);

  /** Reachable by e-mail alone, so that enrolling needs no code. */
  static SmallPatient of(String... doctors) {
    var email = "patient" + NUMBER.incrementAndGet() + "@example.org";
    return new SmallPatient(
        UUID.randomUUID(),
        "Small",
        telecom("email", email, "home"),
        "\"birthDate\": \"" + PatientDevice.BORN + "\",",
        List.of(doctors),
        email,
        "");
  }

  SmallPatient reachableBy(String newTelecom) {
    return new SmallPatient(source, family, newTelecom, extra, doctors, email, mobile);
  }

  SmallPatient with(String newExtra) {
    return new SmallPatient(source, family, telecom, extra + newExtra, doctors, email, mobile);
  }

  SmallPatient bornOn(String day) {
    return new SmallPatient(
        source, family, telecom, extra.replace(PatientDevice.BORN, day), doctors, email, mobile);
  }

  SmallPatient named(String newFamily, String newEmail) {
    return new SmallPatient(
        source, newFamily, telecom("email", newEmail, "home"), extra, doctors, newEmail, mobile);
  }

  /** A sentence that stands in nothing but the patient's encrypted note. */
  String note() {
    return "note of " + source;
  }

  static String telecom(String system, String value, String use) {
    return "{\"system\": \"%s\", \"value\": \"%s\", \"use\": \"%s\"}".formatted(system, value, use);
  }

  /** Imports the patient and returns the id Vestibule gave it. */
  UUID importedBy(ClinicSystem clinic) {
    return idIn(clinic.imports(bundle()));
  }

  String bundle() {
    var clinical =
        IntStream.range(0, doctors.size())
            .boxed()
            .flatMap(i -> Stream.of(condition(i), observation(i)));
    var entries = Stream.concat(Stream.of(patient()), clinical).collect(Collectors.joining(","));
    return "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": ["
        + entries
        + "]}";
  }

  static UUID idIn(JsonNode response) {
    for (var entry : response.get("entry")) {
      var location = entry.path("response").path("location").asString("");
      if (location.contains("Patient/")) {
        return UUID.fromString(location.replaceAll(".*Patient/([0-9a-f-]{36}).*", "$1"));
      }
    }
    throw new AssertionError("No patient in " + response);
  }

  private String patient() {
    return """
        {"fullUrl": "urn:uuid:%1$s", "request": {"method": "POST", "url": "Patient"},
         "resource": {"resourceType": "Patient", "id": "%1$s",
           "extension": [{"url": "https://vestibule.care/fhir/StructureDefinition/patient-note",
             "valueString": "%6$s"}],
           "identifier": [{"system": "urn:test", "value": "%1$s"}],
           "name": [{"family": "%5$s", "given": ["Pat"]}], "gender": "female",
           %3$s
           "generalPractitioner": [{"reference": "%4$s"}],
           "telecom": [%2$s]}}
        """
        .formatted(source, telecom, extra, reference(doctors.size() - 1), family, note());
  }

  private String condition(int i) {
    return """
        {"fullUrl": "urn:uuid:%1$s", "request": {"method": "POST", "url": "Condition"},
         "resource": {"resourceType": "Condition", "id": "%1$s",
           "subject": {"reference": "urn:uuid:%2$s"}, "recordedDate": "2024-03-0%3$d",
           "recorder": {"reference": "%4$s"}, "code": {"text": "condition %3$d of %2$s"}}}
        """
        .formatted(UUID.randomUUID(), source, 1 + i % 9, reference(i));
  }

  private String observation(int i) {
    return """
        {"fullUrl": "urn:uuid:%1$s", "request": {"method": "POST", "url": "Observation"},
         "resource": {"resourceType": "Observation", "id": "%1$s", "status": "final",
           "subject": {"reference": "urn:uuid:%2$s"}, "effectiveDateTime": "2024-04-0%3$d",
           "performer": [{"reference": "%4$s"}], "code": {"text": "observation %3$d of %2$s"},
           "valueString": "value"}}
        """
        .formatted(UUID.randomUUID(), source, 1 + i % 9, reference(i));
  }

  private String reference(int i) {
    return "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|" + doctors.get(i);
  }
}
