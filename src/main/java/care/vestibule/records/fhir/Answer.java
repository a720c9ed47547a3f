package care.vestibule.records.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * What is answered to one entry.
 *
 * @param status an HTTP status code
 * @param location where the resource is now, relative to the base
 * @param issue what else there is to say
 */
record Answer(int status, Optional<String> location, Optional<Issue> issue) {

  static Answer created(String location) {
    return new Answer(201, Optional.of(location), Optional.empty());
  }

  static Answer ok(String location) {
    return new Answer(200, Optional.of(location), Optional.empty());
  }

  /** Well formed and welcome, but nothing of it is kept. */
  static Answer notKept(String why) {
    var issue = new Issue(IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, why);
    return new Answer(200, Optional.empty(), Optional.of(issue));
  }

  static Answer refused(FhirRefusal refusal) {
    var issue = new Issue(IssueSeverity.ERROR, refusal.type(), refusal.diagnostics());
    return new Answer(refusal.status(), Optional.empty(), Optional.of(issue));
  }

  /** The same answer with a warning. */
  Answer warning(IssueType type, String text) {
    return new Answer(status, location, Optional.of(new Issue(IssueSeverity.WARNING, type, text)));
  }

  boolean isRefusal() {
    return status >= 400;
  }

  /** One issue of an OperationOutcome. */
  record Issue(IssueSeverity severity, IssueType type, String text) {}
}
