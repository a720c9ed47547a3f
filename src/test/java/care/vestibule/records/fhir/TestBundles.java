package care.vestibule.records.fhir;

import care.vestibule.directory.PatientId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;

/** Small bundles, entry by entry. */
final class TestBundles {

  private TestBundles() {}

  static String batch(String... entries) {
    return bundle("batch", entries);
  }

  static String transaction(String... entries) {
    return bundle("transaction", entries);
  }

  static String patient(String url, String family) {
    return entry(
        url,
        "Patient",
        """
        "identifier": [{"system": "http://hospital.example/mrn", "value": "mrn-%s"}],
        "name": [{"family": "%s", "given": ["Paz"]}], "gender": "female",
        "birthDate": "1980-02-29"
        """
            .formatted(url, family));
  }

  static String observation(String url, String patient, String... npis) {
    var performers =
        Arrays.stream(npis)
            .map(
                npi ->
                    "{\"reference\": \"Practitioner?identifier=%s|%s\"}"
                        .formatted(ImportFixture.NPI, npi))
            .collect(Collectors.joining(","));
    return entry(
        url,
        "Observation",
        """
        "status": "final", "code": {"text": "Body weight"}, "valueString": "heavy",
        "effectiveDateTime": "2024-05", "subject": {"reference": "%s"}%s
        """
            .formatted(
                patient.contains("/") ? patient : "urn:test:" + patient,
                npis.length == 0 ? "" : ", \"performer\": [" + performers + "]"));
  }

  static String entry(String url, String type, String properties) {
    return """
    {"fullUrl": "urn:test:%s", "request": {"method": "POST", "url": "%s"},
     "resource": {"resourceType": "%s", %s}}
    """
        .formatted(url, type, type, properties);
  }

  static PatientId idOf(Bundle answer, int index) {
    return PatientId.parse(
        answer.getEntry().get(index).getResponse().getLocation().split("/", -1)[1]);
  }

  private static String bundle(String type, String... entries) {
    return """
    {"resourceType": "Bundle", "type": "%s", "entry": [%s]}
    """
        .formatted(type, String.join(",", entries));
  }
}
