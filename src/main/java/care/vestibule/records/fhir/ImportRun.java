package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.PatientId;
import care.vestibule.records.IntakeBatch;
import care.vestibule.tenancy.ClinicId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One pass through a bundle, in the order in which things depend on each other.
 *
 * <p>Whatever is wrong with an entry becomes its answer before anything of it is written: a batch
 * goes on without it.
 */
final class ImportRun {

  private final Entries entries;
  private final BundleScope scope;
  private final ClinicPartStep parts;
  private final PractitionerStep professionals;
  private final PatientStep patients;
  private final ClinicalStep clinical;
  private final EntryHolders holders;
  private final IntakeBatch batch;

  ImportRun(
      Entries entries,
      Directories directories,
      SourceKeys keys,
      ClinicId clinic,
      IntakeBatch batch,
      Clock clock,
      Optional<HcpId> importing) {
    this.entries = entries;
    this.batch = batch;
    scope = new BundleScope(entries.all());
    parts = new ClinicPartStep(directories.parts(), keys, clinic);
    professionals = new PractitionerStep(directories.professionals(), keys, clinic);
    patients = new PatientStep(directories.patients(), keys, clinic, clock);
    var references = new References(scope, directories.professionals(), directories.patients());
    var participants = new Participants(references, batch);
    clinical = new ClinicalStep(entries.all(), references, participants, keys);
    holders = new EntryHolders(participants, keys, batch, importing);
  }

  /** Takes everything there is to take and tells what became of each entry. */
  List<EntryResult> answers() {
    entries
        .open(Set.of("Organization", "Location"))
        .forEach(entry -> entries.answer(entry, parts::take));
    entries
        .open(Set.of("Practitioner"))
        .forEach(entry -> entries.answer(entry, it -> professionals.take(it, scope)));
    entries
        .open(NotKept.TYPES)
        .forEach(
            entry -> entries.answer(entry, it -> EntryResult.notKept(it.type() + " is not kept.")));
    var people = entries.open(Set.of("Patient"));
    people.forEach(entry -> entries.attempt(entry, () -> identified(entry)));
    var looked = lookAtClinicalEntries();
    takePatients(looked);
    takeClinicalEntries(looked, refusedOf(people));
    return entries.answers();
  }

  private PatientId identified(IncomingEntry entry) {
    var patient = patients.identify(entry);
    holders.know(patient, entry);
    scope.isPatient(entry, patient);
    return patient;
  }

  private List<ClinicalEntry> lookAtClinicalEntries() {
    var looked = new ArrayList<ClinicalEntry>();
    for (var entry : entries.open()) {
      if (!entry.type().equals("Patient")) {
        entries.attempt(entry, () -> clinical.look(entry)).ifPresent(looked::add);
      }
    }
    return looked;
  }

  private void takePatients(List<ClinicalEntry> looked) {
    for (var entry : entries.open(Set.of("Patient"))) {
      var patient = scope.patient(entry);
      entries.answer(
          entry, it -> patients.take(it, patient, holders.ofPatient(patient, looked), batch));
    }
  }

  private void takeClinicalEntries(List<ClinicalEntry> looked, Set<PatientId> refused) {
    for (var each : looked) {
      entries.answer(
          each.entry(),
          it -> {
            if (refused.contains(each.patient())) {
              throw FhirRefusal.notFound("Its patient is refused.");
            }
            return clinical.take(it, each.patient(), holders.of(each), batch);
          });
    }
  }

  private Set<PatientId> refusedOf(List<IncomingEntry> people) {
    var refused = new HashSet<PatientId>();
    people.stream()
        .filter(entries::isRefused)
        .forEach(entry -> scope.patientIfKnown(entry).ifPresent(refused::add));
    return refused;
  }
}
