package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of one bundle by how they refer to each other, and whom they turned out to be. */
final class BundleScope {

  private final Map<String, IncomingEntry> byReference = new HashMap<>();
  private final Map<Integer, HcpId> professionals = new HashMap<>();
  private final Map<Integer, PatientId> patients = new HashMap<>();

  BundleScope(List<IncomingEntry> entries) {
    for (var entry : entries) {
      entry.fullUrl().ifPresent(url -> byReference.put(url, entry));
      var id = entry.json().path("id").asString("");
      if (!id.isEmpty()) {
        byReference.putIfAbsent(entry.type() + "/" + id, entry);
      }
      entry.put().ifPresent(url -> byReference.put(url, entry));
    }
  }

  Optional<IncomingEntry> entry(String reference) {
    return Optional.ofNullable(byReference.get(reference));
  }

  void isProfessional(IncomingEntry entry, HcpId hcp) {
    professionals.put(entry.index(), hcp);
  }

  void isPatient(IncomingEntry entry, PatientId patient) {
    patients.put(entry.index(), patient);
  }

  HcpId professional(IncomingEntry entry) {
    return Optional.ofNullable(professionals.get(entry.index()))
        .orElseThrow(() -> FhirRefusal.notFound("The Practitioner of " + entry + " is refused."));
  }

  PatientId patient(IncomingEntry entry) {
    return patientIfKnown(entry)
        .orElseThrow(() -> FhirRefusal.notFound("The Patient of " + entry + " is refused."));
  }

  Optional<PatientId> patientIfKnown(IncomingEntry entry) {
    return Optional.ofNullable(patients.get(entry.index()));
  }
}
