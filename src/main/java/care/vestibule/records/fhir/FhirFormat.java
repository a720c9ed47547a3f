package care.vestibule.records.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes FHIR R4 JSON. */
@Component
@OnlyIn(Zone.PORTAL)
public final class FhirFormat {

  private @Nullable FhirContext context;

  /**
   * Reads a bundle strictly: unknown elements, unknown codes and wrong types are refused.
   *
   * @throws FhirRefusal if it is not a bundle of FHIR R4
   */
  Bundle read(String json) {
    var parser = parser();
    parser.setParserErrorHandler(new StrictReading());
    try {
      return parser.parseResource(Bundle.class, json);
    } catch (DataFormatException | IllegalArgumentException e) {
      // The library's message repeats what it read.
      throw FhirRefusal.structure("This is not FHIR R4.");
    }
  }

  /** The resource as JSON. */
  public String write(Resource resource) {
    return parser().encodeResourceToString(resource);
  }

  private IParser parser() {
    return context().newJsonParser();
  }

  // Making one takes a second or two: not at start-up, and only once.
  private synchronized FhirContext context() {
    var made = context == null ? FhirContext.forR4() : context;
    context = made;
    return made;
  }
}
