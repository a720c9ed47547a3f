package care.vestibule.records.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry of a bundle that is well formed.
 *
 * @param index its place in the bundle, from 0
 * @param fullUrl how other entries refer to it
 * @param put the URL of a PUT, relative to the base
 * @param ifNoneExist the search of a conditional create
 * @param resource the resource, read strictly
 * @param json the resource as it was sent
 */
record IncomingEntry(
    int index,
    Optional<String> fullUrl,
    Optional<String> put,
    Optional<String> ifNoneExist,
    Resource resource,
    ObjectNode json) {

  /** The FHIR type. */
  String type() {
    return resource.fhirType();
  }

  @Override
  public String toString() {
    return "Bundle.entry[" + index + "]";
  }
}
