package care.vestibule.records.fhir;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A bundle whose entries have not been looked at.
 *
 * @param transaction whether it is all or nothing
 * @param entries what it holds
 */
record IncomingBundle(boolean transaction, List<JsonNode> entries) {

  /**
   * Reads everything but the entries.
   *
   * @throws FhirRefusal if it is not a batch or a transaction
   */
  static IncomingBundle read(byte[] body, FhirFormat format) {
    var json = FhirJson.read(body);
    var entries = json.remove("entry");
    var type = format.read(FhirJson.text(json)).getType();
    var list =
        entries instanceof ArrayNode array ? array.valueStream().toList() : List.<JsonNode>of();
    if (entries != null && !(entries instanceof ArrayNode)) {
      throw FhirRefusal.structure("Bundle.entry is not a list.");
    }
    if (type == null) {
      throw FhirRefusal.required("The bundle has no type.");
    }
    return switch (type) {
      case BATCH -> new IncomingBundle(false, list);
      case TRANSACTION -> new IncomingBundle(true, list);
      default -> throw FhirRefusal.notSupported(422, "Only a batch or a transaction is taken.");
    };
  }
}
