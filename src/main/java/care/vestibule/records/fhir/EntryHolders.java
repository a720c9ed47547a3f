package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.IntakeBatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who gets to read what is imported.
 *
 * <p>Those who took part; else the patient's general practitioners (of a patient who is not in the
 * bundle, those who hold the sealed patient); else the professional on whose behalf the bundle is
 * sent. The sealed patient goes to the general practitioners and to all who took part in anything.
 */
final class EntryHolders {

  private final Participants participants;
  private final SourceKeys keys;
  private final IntakeBatch batch;
  private final Optional<HcpId> importing;
  private final Map<PatientId, IncomingEntry> patients = new HashMap<>();

  EntryHolders(
      Participants participants, SourceKeys keys, IntakeBatch batch, Optional<HcpId> importing) {
    this.participants = participants;
    this.keys = keys;
    this.batch = batch;
    this.importing = importing;
  }

  /** Remembers that the entry is the patient; each patient stands in a bundle once. */
  void know(PatientId patient, IncomingEntry entry) {
    if (patients.putIfAbsent(patient, entry) != null) {
      throw FhirRefusal.structure("The same patient stands in the bundle twice.");
    }
  }

  /** Who gets the sealed patient. */
  Set<HcpId> ofPatient(PatientId patient, List<ClinicalEntry> clinical) {
    var found = new HashSet<>(generalPractitioners(patient));
    clinical.stream()
        .filter(each -> each.patient().equals(patient))
        .forEach(each -> found.addAll(each.participants()));
    return orImporting(found);
  }

  /** Who gets a clinical resource. */
  Set<HcpId> of(ClinicalEntry clinical) {
    return clinical.participants().isEmpty()
        ? orImporting(generalPractitioners(clinical.patient()))
        : clinical.participants();
  }

  private Set<HcpId> generalPractitioners(PatientId patient) {
    var entry = patients.get(patient);
    return entry == null
        ? batch.holdersOf(keys.sealedPartOf(patient.value()))
        : participants.generalPractitioners(entry.json());
  }

  private Set<HcpId> orImporting(Set<HcpId> found) {
    if (found.isEmpty() && importing.isEmpty()) {
      throw FhirRefusal.required(
          "No professional took part, and the header On-Behalf-Of names none.");
    }
    return found.isEmpty() ? Set.of(importing.get()) : found;
  }
}
