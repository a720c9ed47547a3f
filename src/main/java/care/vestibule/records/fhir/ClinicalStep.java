package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.ClearEntity;
import care.vestibule.records.IntakeBatch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes the clinical resources: a Condition is a healthcare element, all others data samples. */
final class ClinicalStep {

  private final List<IncomingEntry> all;
  private final References references;
  private final Participants participants;
  private final SourceKeys keys;
  private final Set<UUID> taken = new HashSet<>();

  ClinicalStep(
      List<IncomingEntry> all, References references, Participants participants, SourceKeys keys) {
    this.all = all;
    this.references = references;
    this.participants = participants;
    this.keys = keys;
  }

  /** Finds out whom it is about and who took part. */
  ClinicalEntry look(IncomingEntry entry) {
    var direct = patientsOf(entry);
    if (!direct.isEmpty()) {
      return new ClinicalEntry(entry, only(direct), participants.of(entry.json()));
    }
    // A Medication, say, has no patient of its own: it belongs to what refers to it.
    var referring = referringTo(entry);
    var patients =
        referring.stream().flatMap(r -> patientsOf(r).stream()).collect(Collectors.toSet());
    var professionals =
        referring.stream()
            .flatMap(r -> participants.of(r.json()).stream())
            .collect(Collectors.toSet());
    return new ClinicalEntry(entry, only(patients), professionals);
  }

  /** Seals and stores it, unless it stands as it is sent. */
  EntryResult take(IncomingEntry entry, PatientId patient, Set<HcpId> holders, IntakeBatch batch) {
    var id = keys.idOf(entry);
    if (!taken.add(id)) {
      throw FhirRefusal.structure("The same resource stands in the bundle twice.");
    }
    var clear =
        new ClearEntity(
            id,
            patient,
            entry.type(),
            FhirJson.bytes(entry.json()),
            FhirJson.canonical(entry.json()),
            ClinicalDates.of(entry.json()),
            holders);
    return Receipts.answer(batch.take(clear), entry.type() + "/" + id);
  }

  private Set<PatientId> patientsOf(IncomingEntry entry) {
    return List.of("subject", "patient").stream()
        .map(field -> entry.json().path(field))
        .filter(reference -> reference.isObject())
        .flatMap(reference -> references.patient(reference).stream())
        .collect(Collectors.toSet());
  }

  private List<IncomingEntry> referringTo(IncomingEntry entry) {
    var url = entry.fullUrl().orElse("");
    return all.stream()
        .filter(other -> other.index() != entry.index() && !NotKept.is(other.type()))
        .filter(
            other ->
                FhirJson.everythingIn(other.json())
                    .anyMatch(node -> node.path("reference").asString("").equals(url)))
        .toList();
  }

  private static PatientId only(Set<PatientId> patients) {
    if (patients.size() != 1) {
      throw FhirRefusal.required("It does not say which one patient it is about.");
    }
    return patients.iterator().next();
  }
}
