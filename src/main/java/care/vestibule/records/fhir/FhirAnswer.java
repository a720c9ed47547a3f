package care.vestibule.records.fhir;

import org.hl7.fhir.r4.model.Resource;

/**
 * What is answered to a bundle.
 *
 * @param status an HTTP status code
 * @param body a Bundle of responses, or an OperationOutcome that says why nothing was done
 */
public record FhirAnswer(int status, Resource body) {}
