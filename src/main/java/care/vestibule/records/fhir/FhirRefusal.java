package care.vestibule.records.fhir;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * A bundle, or an entry of one, cannot be taken.
 *
 * <p>The message goes to whoever sent it and names positions, elements and rules; never a value,
 * which might be a patient's.
 */
final class FhirRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final IssueType type;

  FhirRefusal(int status, IssueType type, String diagnostics) {
    super(diagnostics, null, false, false);
    this.status = status;
    this.type = type;
  }

  /** What is not well formed. */
  static FhirRefusal structure(String diagnostics) {
    return new FhirRefusal(400, IssueType.STRUCTURE, diagnostics);
  }

  /** What lacks something. */
  static FhirRefusal required(String diagnostics) {
    return new FhirRefusal(422, IssueType.REQUIRED, diagnostics);
  }

  /** What names something that is not here. */
  static FhirRefusal notFound(String diagnostics) {
    return new FhirRefusal(422, IssueType.NOTFOUND, diagnostics);
  }

  /** What is FHIR, but not done here. */
  static FhirRefusal notSupported(int status, String diagnostics) {
    return new FhirRefusal(status, IssueType.NOTSUPPORTED, diagnostics);
  }

  /** What carries identifiers of several things that are known apart. */
  static FhirRefusal ambiguous(String type) {
    return new FhirRefusal(
        412, IssueType.MULTIPLEMATCHES, "Its identifiers name more than one " + type + ".");
  }

  int status() {
    return status;
  }

  IssueType type() {
    return type;
  }

  String diagnostics() {
    return String.valueOf(getMessage());
  }
}
