package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import care.vestibule.records.ClearEntity;
import care.vestibule.records.IntakeBatch;
import care.vestibule.tenancy.ClinicId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;

/** Takes Patient resources: a clear part to the directory, the whole of it sealed. */
final class PatientStep {

  private final Patients patients;
  private final SourceKeys keys;
  private final ClinicId clinic;
  private final PatientMapping mapping;
  private final Map<Identifier, PatientId> seen = new HashMap<>();

  PatientStep(Patients patients, SourceKeys keys, ClinicId clinic, Clock clock) {
    this.patients = patients;
    this.keys = keys;
    this.clinic = clinic;
    this.mapping = new PatientMapping(clock);
  }

  /** Finds out who it is, before anything that refers to the patient is looked at. */
  PatientId identify(IncomingEntry entry) {
    var identifiers = PatientMapping.identifiers((Patient) entry.resource());
    var condition = entry.ifNoneExist().map(ReferenceReader::searched).flatMap(this::known);
    var found = identifiers.stream().flatMap(id -> known(id).stream()).collect(Collectors.toSet());
    condition.ifPresent(found::add);
    if (found.size() > 1) {
      throw FhirRefusal.ambiguous("Patient");
    }
    var id = found.stream().findFirst().orElseGet(() -> new PatientId(keys.idOf(entry)));
    identifiers.forEach(identifier -> seen.put(identifier, id));
    return id;
  }

  /** Stores both parts, unless they stand as they are sent. */
  EntryResult take(IncomingEntry entry, PatientId id, Set<HcpId> holders, IntakeBatch batch) {
    var location = "Patient/" + id;
    if (entry.ifNoneExist().isPresent() && patients.find(id).isPresent()) {
      return EntryResult.ok(location);
    }
    var clear = mapping.clear((Patient) entry.resource(), id, clinic);
    var sealed =
        new ClearEntity(
            keys.sealedPartOf(id.value()),
            id,
            "Patient",
            FhirJson.bytes(entry.json()),
            FhirJson.canonical(entry.json()),
            Optional.empty(),
            holders);
    if (!batch.stands(sealed)) {
      patients.save(clear);
    }
    return Receipts.answer(batch.take(sealed), location);
  }

  private Optional<PatientId> known(Identifier identifier) {
    return Optional.ofNullable(seen.get(identifier))
        .or(() -> patients.findByIdentifier(identifier).map(care.vestibule.directory.Patient::id));
  }
}
