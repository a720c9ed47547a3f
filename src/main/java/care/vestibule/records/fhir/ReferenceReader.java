package care.vestibule.records.fhir;

import care.vestibule.directory.Identifier;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads references of each form that FHIR R4 knows within a bundle. */
final class ReferenceReader {

  private static final Pattern CONDITIONAL = Pattern.compile("([A-Za-z]+)\\?(.*)");
  private static final Pattern RESOURCE =
      Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history/.*)?");

  private final BundleScope scope;

  ReferenceReader(BundleScope scope) {
    this.scope = scope;
  }

  /** What the reference points at. */
  Target read(JsonNode reference) {
    var text = reference.path("reference").asString("");
    if (text.isEmpty()) {
      return logical(reference);
    }
    return scope.entry(text).<Target>map(Target.InBundle::new).orElseGet(() -> elsewhere(text));
  }

  /**
   * The identifier of a search such as {@code identifier=system|value}.
   *
   * @throws FhirRefusal if it searches by anything else
   */
  static Identifier searched(String query) {
    var parts = decoded(query).split("\\|", 2);
    if (!parts[0].startsWith("identifier=") || parts.length < 2 || parts[1].contains("&")) {
      throw FhirRefusal.notSupported(
          422, "Conditions other than identifier=system|value are not done here.");
    }
    return identifier(parts[0].substring("identifier=".length()), parts[1]);
  }

  private static String decoded(String query) {
    try {
      // A plus sign is a space only in forms.
      return URLDecoder.decode(query.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw FhirRefusal.structure("A condition is not encoded as URLs are.");
    }
  }

  private Target elsewhere(String text) {
    if (text.startsWith("#")) {
      return new Target.Nothing();
    }
    if (text.startsWith("urn:")) {
      return new Target.Missing();
    }
    var conditional = CONDITIONAL.matcher(text);
    if (conditional.matches()) {
      return new Target.ByIdentifier(conditional.group(1), searched(conditional.group(2)));
    }
    var resource = RESOURCE.matcher(text);
    if (!resource.matches()) {
      return new Target.Missing();
    }
    // An absolute URL may name an entry whose resource carries the same type and id.
    return scope
        .entry(resource.group(1) + "/" + resource.group(2))
        .<Target>map(Target.InBundle::new)
        .orElseGet(() -> new Target.Stored(resource.group(1), resource.group(2)));
  }

  private static Target logical(JsonNode reference) {
    return Optional.of(reference.path("identifier"))
        .filter(node -> node.hasNonNull("system") && node.hasNonNull("value"))
        .<Target>map(
            node ->
                new Target.ByIdentifier(
                    reference.path("type").asString(""),
                    identifier(node.path("system").asString(), node.path("value").asString())))
        .orElseGet(Target.Nothing::new);
  }

  private static Identifier identifier(String system, String value) {
    try {
      return new Identifier(system, value);
    } catch (IllegalArgumentException e) {
      throw FhirRefusal.structure("A reference holds something that is no identifier.");
    }
  }
}
