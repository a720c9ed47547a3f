package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.Patient;
import care.vestibule.directory.PatientId;
import care.vestibule.directory.Patients;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Resolves the references that decide about rights: to patients, professionals and encounters.
 *
 * <p>All others (organizations, places, devices) stay in the sealed resource as they were sent;
 * nothing here depends on them. The rule that a conditional reference names exactly one thing is
 * that of FHIR R4, section 3.1.0.11.3.
 */
final class References {

  private final BundleScope scope;
  private final ReferenceReader reader;
  private final HealthcareProfessionals professionals;
  private final Patients patients;

  References(BundleScope scope, HealthcareProfessionals professionals, Patients patients) {
    this.scope = scope;
    this.reader = new ReferenceReader(scope);
    this.professionals = professionals;
    this.patients = patients;
  }

  /**
   * The professional; empty if the reference is to something else.
   *
   * @throws FhirRefusal if it is to a professional nobody knows
   */
  Optional<HcpId> professional(JsonNode reference) {
    var target = reader.read(reference);
    if (target instanceof Target.Missing) {
      throw unknown("resource");
    }
    if (target instanceof Target.InBundle inBundle) {
      return inBundle(inBundle.entry());
    }
    if (target instanceof Target.ByIdentifier by && by.type().isEmpty()) {
      return professionals.findByIdentifier(by.identifier()).map(HealthcareProfessional::id);
    }
    return stored(target, "Practitioner", professionals::findByIdentifier, this::professional)
        .map(HealthcareProfessional::id);
  }

  /**
   * The patient; empty if the reference is to something else.
   *
   * @throws FhirRefusal if it is to a patient nobody knows
   */
  Optional<PatientId> patient(JsonNode reference) {
    var target = reader.read(reference);
    if (target instanceof Target.Missing) {
      throw unknown("resource");
    }
    if (target instanceof Target.InBundle inBundle) {
      return Optional.of(inBundle.entry())
          .filter(entry -> entry.type().equals("Patient"))
          .map(scope::patient);
    }
    return stored(target, "Patient", patients::findByIdentifier, this::patient).map(Patient::id);
  }

  /** What an encounter reference points at. */
  Target encounter(JsonNode reference) {
    return reader.read(reference);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<HcpId> inBundle(IncomingEntry entry) {
    return switch (entry.type()) {
      case "Practitioner" -> Optional.of(scope.professional(entry));
      case "PractitionerRole" -> professional(entry.json().path("practitioner"));
      default -> Optional.empty();
    };
  }

  private Optional<HealthcareProfessional> professional(UUID id) {
    return professionals.find(new HcpId(id));
  }

  private Optional<Patient> patient(UUID id) {
    return patients.find(new PatientId(id));
  }

  // Empty if the target is of another type; refused if it is of this type and not there.
  private static <T> Optional<T> stored(
      Target target,
      String type,
      Function<Identifier, Optional<T>> byIdentifier,
      Function<UUID, Optional<T>> byId) {
    if (target instanceof Target.ByIdentifier by && by.type().equals(type)) {
      return Optional.of(byIdentifier.apply(by.identifier()).orElseThrow(() -> unknown(type)));
    }
    if (target instanceof Target.Stored stored && stored.type().equals(type)) {
      return Optional.of(uuid(stored.id()).flatMap(byId).orElseThrow(() -> unknown(type)));
    }
    return Optional.empty();
  }

  private static FhirRefusal unknown(String what) {
    return FhirRefusal.notFound("A reference names a " + what + " that is not known here.");
  }
}
