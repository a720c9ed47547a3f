package care.vestibule.records.fhir;

import care.vestibule.directory.ClinicPart;
import care.vestibule.directory.ClinicParts;
import care.vestibule.tenancy.ClinicId;
import java.util.Optional;

/** Takes Organization and Location resources: each is a part of the clinic. */
final class ClinicPartStep {

  private final ClinicParts parts;
  private final SourceKeys keys;
  private final ClinicId clinic;

  ClinicPartStep(ClinicParts parts, SourceKeys keys, ClinicId clinic) {
    this.parts = parts;
    this.keys = keys;
    this.clinic = clinic;
  }

  /** Stores the part, unless it is known as it is sent. */
  EntryResult take(IncomingEntry entry) {
    var kind =
        entry.type().equals("Location") ? ClinicPart.Kind.LOCATION : ClinicPart.Kind.ORGANIZATION;
    var name = entry.json().path("name").asString("");
    var described = new ClinicPart(keys.idOf(entry), clinic, kind, name);
    var known = parts.find(described.id());
    if (!known.equals(Optional.of(described))) {
      parts.save(described);
    }
    var location = entry.type() + "/" + described.id();
    return known.isPresent() ? EntryResult.ok(location) : EntryResult.created(location);
  }
}
