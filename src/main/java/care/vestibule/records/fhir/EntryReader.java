package care.vestibule.records.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one entry, by itself: a bad one does not keep the others from being read. */
final class EntryReader {

  private final FhirFormat format;

  EntryReader(FhirFormat format) {
    this.format = format;
  }

  /**
   * Reads the entry.
   *
   * @throws FhirRefusal if it is not well formed or asks for something not done here
   */
  IncomingEntry read(int index, JsonNode node) {
    if (!(node instanceof ObjectNode entry)
        || !(entry.get("resource") instanceof ObjectNode resource)) {
      throw FhirRefusal.required("The entry has no resource.");
    }
    var alone = FhirJson.newObject().put("resourceType", "Bundle").put("type", "collection");
    alone.putArray("entry").add(entry);
    var read = format.read(FhirJson.text(alone)).getEntryFirstRep();
    if (read.getResource() == null || !read.hasRequest()) {
      throw FhirRefusal.required("The entry has no request.");
    }
    var request = read.getRequest();
    requireSupported(request, read.getResource().fhirType());
    return new IncomingEntry(
        index,
        Optional.ofNullable(read.getFullUrl()),
        Optional.of(request).filter(r -> r.getMethod() == HTTPVerb.PUT).map(r -> r.getUrl()),
        Optional.ofNullable(request.getIfNoneExist()),
        read.getResource(),
        resource);
  }

  private static void requireSupported(BundleEntryRequestComponent request, String type) {
    var method = request.getMethod();
    if (method != HTTPVerb.POST && method != HTTPVerb.PUT) {
      throw FhirRefusal.notSupported(405, "Only POST and PUT are done here.");
    }
    if (request.hasIfMatch()) {
      throw FhirRefusal.notSupported(412, "Version-aware updates are not done here.");
    }
    var expected = method == HTTPVerb.POST ? type : type + "/[A-Za-z0-9.-]{1,64}";
    if (request.getUrl() == null || !request.getUrl().matches(expected)) {
      throw FhirRefusal.structure("The URL of the request does not fit the resource.");
    }
  }
}
