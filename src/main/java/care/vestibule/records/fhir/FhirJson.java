package care.vestibule.records.fhir;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as FHIR means it: {@code 1.0} and {@code 1.00} differ in precision, so decimals keep their
 * digits, and a property that stands twice is an error.
 */
final class FhirJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final JsonMapper CANONICAL =
      MAPPER.rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private FhirJson() {}

  /**
   * Reads an object.
   *
   * @throws FhirRefusal if it is not one
   */
  static ObjectNode read(byte[] bytes) {
    try {
      if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      var at = e.getLocation();
      var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new FhirRefusal(400, IssueType.STRUCTURE, "This is not JSON" + where + ".");
    }
    throw FhirRefusal.structure("This is not a JSON object.");
  }

  static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /** UTF-8, in the order in which it was read. */
  static byte[] bytes(JsonNode node) {
    return text(node).getBytes(StandardCharsets.UTF_8);
  }

  static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** UTF-8, properties sorted by name. */
  static byte[] canonical(JsonNode node) {
    return CANONICAL.writeValueAsBytes(node);
  }

  /** The node and everything below it. */
  static Stream<JsonNode> everythingIn(JsonNode node) {
    return Stream.concat(Stream.of(node), node.valueStream().flatMap(FhirJson::everythingIn));
  }
}
