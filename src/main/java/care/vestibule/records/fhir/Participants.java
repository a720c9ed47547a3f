package care.vestibule.records.fhir;

import care.vestibule.directory.HcpId;
import care.vestibule.records.IntakeBatch;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the professionals who took part in what a resource describes. */
final class Participants {

  private static final List<String> ROLES =
      List.of(
          "participant", "performer", "recorder", "asserter", "author", "requester", "prescriber");

  private final References references;
  private final IntakeBatch batch;

  Participants(References references, IntakeBatch batch) {
    this.references = references;
    this.batch = batch;
  }

  /** Those the resource names itself, else those of its encounters; may be none. */
  Set<HcpId> of(ObjectNode resource) {
    var named = namedIn(resource, ROLES);
    return named.isEmpty() ? ofEncounters(resource) : named;
  }

  /** The general practitioners a Patient resource names. */
  Set<HcpId> generalPractitioners(ObjectNode patient) {
    return namedIn(patient, List.of("generalPractitioner"));
  }

  private Set<HcpId> namedIn(ObjectNode resource, List<String> fields) {
    var found = new HashSet<HcpId>();
    fields.stream()
        .map(resource::path)
        .flatMap(FhirJson::everythingIn)
        .filter(node -> node.has("reference") || node.path("identifier").isObject())
        .forEach(node -> references.professional(node).ifPresent(found::add));
    return found;
  }

  private Set<HcpId> ofEncounters(ObjectNode resource) {
    var found = new HashSet<HcpId>();
    encounters(resource).forEach(reference -> found.addAll(ofEncounter(reference)));
    return found;
  }

  // DocumentReference has them below its context; most types of R4 have one called encounter.
  private static Stream<JsonNode> encounters(ObjectNode resource) {
    return Stream.of("/encounter", "/context", "/context/encounter")
        .map(resource::at)
        .flatMap(node -> node.isArray() ? node.valueStream() : Stream.of(node))
        .filter(node -> node.has("reference"));
  }

  private Set<HcpId> ofEncounter(JsonNode reference) {
    var target = references.encounter(reference);
    if (target instanceof Target.Missing) {
      throw FhirRefusal.notFound("Its encounter is not in the bundle.");
    }
    if (target instanceof Target.InBundle inBundle && inBundle.entry().type().equals("Encounter")) {
      return namedIn(inBundle.entry().json(), ROLES);
    }
    return target instanceof Target.Stored stored && stored.type().equals("Encounter")
        ? References.uuid(stored.id()).map(batch::holdersOf).orElse(Set.of())
        : Set.of();
  }
}
