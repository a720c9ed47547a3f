package care.vestibule.records.fhir;

import care.vestibule.crypto.Pepper;
import care.vestibule.directory.Identifier;
import care.vestibule.tenancy.ClinicId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Recognises what was sent before.
 *
 * <p>A resource is recognised by the URL of a PUT, else by its official business identifier, else
 * by its {@code fullUrl}. The id derived from that is an HMAC under the first pepper: the same
 * every time, and it tells nothing about where it came from.
 */
final class SourceKeys {

  // These are one thing in the real world, and any of their identifiers names it.
  private static final Set<String> NAMED =
      Set.of("Patient", "Practitioner", "Organization", "Location");

  private final Pepper pepper;
  private final ClinicId clinic;

  SourceKeys(Pepper pepper, ClinicId clinic) {
    this.pepper = pepper;
    this.clinic = clinic;
  }

  /**
   * The id of what the entry holds.
   *
   * @throws FhirRefusal if there is nothing to recognise it by
   */
  UUID idOf(IncomingEntry entry) {
    var key =
        entry
            .put()
            .or(() -> identifierOf(entry).map(id -> "id:" + id.system() + "|" + id.value()))
            .or(() -> entry.fullUrl().map(url -> "url:" + url))
            .orElseThrow(
                () -> FhirRefusal.required("There is nothing to recognise the resource by."));
    return id(entry.type(), key);
  }

  /** The id of the sealed part of a patient. */
  UUID sealedPartOf(UUID patient) {
    return id("sealed Patient", patient.toString());
  }

  private UUID id(String type, String key) {
    var place = "entity/" + clinic + "/" + type;
    var hash =
        ByteBuffer.wrap(
            pepper.name(
                key.getBytes(StandardCharsets.UTF_8), place.getBytes(StandardCharsets.UTF_8)));
    // Version 8, variant 10: a UUID whose other bits are the maker's own business (RFC 9562, 5.8).
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static Optional<Identifier> identifierOf(IncomingEntry entry) {
    var all = entry.json().path("identifier");
    var list = all.isArray() ? all.valueStream().toList() : List.of(all);
    return list.stream()
        .filter(node -> node.hasNonNull("system") && node.hasNonNull("value"))
        .filter(node -> NAMED.contains(entry.type()) || isOfficial(node))
        .findFirst()
        .map(node -> new Identifier(node.path("system").asString(), node.path("value").asString()));
  }

  private static boolean isOfficial(JsonNode identifier) {
    return identifier.path("use").asString("").equals("official");
  }
}
