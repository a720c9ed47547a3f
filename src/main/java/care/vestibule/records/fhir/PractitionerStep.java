package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessional;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.tenancy.ClinicId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Practitioner;

/** Takes Practitioner resources: each is a professional of the clinic. */
final class PractitionerStep {

  private final HealthcareProfessionals professionals;
  private final SourceKeys keys;
  private final ClinicId clinic;

  PractitionerStep(HealthcareProfessionals professionals, SourceKeys keys, ClinicId clinic) {
    this.professionals = professionals;
    this.keys = keys;
    this.clinic = clinic;
  }

  /** Stores the professional, unless it is known as it is sent or created on condition. */
  EntryResult take(IncomingEntry entry, BundleScope scope) {
    var practitioner = (Practitioner) entry.resource();
    var identifiers = identifiers(practitioner);
    var condition = entry.ifNoneExist().map(ReferenceReader::searched);
    var known =
        condition
            .flatMap(professionals::findByIdentifier)
            .or(() -> byAny(identifiers))
            .or(() -> professionals.find(new HcpId(keys.idOf(entry))));
    var id = known.map(HealthcareProfessional::id).orElseGet(() -> new HcpId(keys.idOf(entry)));
    scope.isProfessional(entry, id);
    if (known.isEmpty() || condition.isEmpty()) {
      var described = describe(practitioner, id, identifiers, known);
      if (known.isEmpty() || !described.equals(known.get())) {
        professionals.save(described);
      }
    }
    var location = "Practitioner/" + id;
    return known.isPresent() ? EntryResult.ok(location) : EntryResult.created(location);
  }

  private HealthcareProfessional describe(
      Practitioner practitioner,
      HcpId id,
      List<Identifier> identifiers,
      Optional<HealthcareProfessional> known) {
    var name = HumanNames.of(practitioner.getName());
    return new HealthcareProfessional(
        id,
        clinic,
        known.map(HealthcareProfessional::ref).orElseGet(UUID::randomUUID),
        name.getPrefixAsSingleString(),
        HumanNames.family(name),
        name.getGivenAsSingleString(),
        email(practitioner),
        identifiers,
        known.map(HealthcareProfessional::deputyGroup).orElseGet(this::everybody));
  }

  // FHIR says nothing about who stands in for whom: until the clinic does, everybody may.
  private UUID everybody() {
    return UUID.nameUUIDFromBytes(("deputies/" + clinic).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<HealthcareProfessional> byAny(List<Identifier> identifiers) {
    var found =
        identifiers.stream()
            .flatMap(identifier -> professionals.findByIdentifier(identifier).stream())
            .distinct()
            .toList();
    if (found.size() > 1) {
      throw FhirRefusal.ambiguous("Practitioner");
    }
    return found.stream().findFirst();
  }

  private static List<Identifier> identifiers(Practitioner practitioner) {
    return practitioner.getIdentifier().stream()
        .filter(id -> id.hasSystem() && id.hasValue())
        .map(id -> new Identifier(id.getSystem(), id.getValue()))
        .distinct()
        .toList();
  }

  private static Optional<String> email(Practitioner practitioner) {
    return practitioner.getTelecom().stream()
        .filter(telecom -> telecom.getSystem() == ContactPointSystem.EMAIL && telecom.hasValue())
        .map(ContactPoint::getValue)
        .findFirst();
  }
}
