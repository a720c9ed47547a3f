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
record EntryResult(int status, Optional<String> location, Optional<Issue> issue) {

  static EntryResult created(String location) {
    return new EntryResult(201, Optional.of(location), Optional.empty());
  }

  static EntryResult ok(String location) {
    return new EntryResult(200, Optional.of(location), Optional.empty());
  }

  /** Well formed and welcome, but nothing of it is kept. */
  static EntryResult notKept(String why) {
    var issue = new Issue(IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, why);
    return new EntryResult(200, Optional.empty(), Optional.of(issue));
  }

  static EntryResult refused(FhirRefusal refusal) {
    var issue = new Issue(IssueSeverity.ERROR, refusal.type(), refusal.diagnostics());
    return new EntryResult(refusal.status(), Optional.empty(), Optional.of(issue));
  }

  /** The same answer with a warning. */
  EntryResult warning(IssueType type, String text) {
    return new EntryResult(
        status, location, Optional.of(new Issue(IssueSeverity.WARNING, type, text)));
  }

  boolean isRefusal() {
    return status >= 400;
  }

  /** One issue of an OperationOutcome. */
  record Issue(IssueSeverity severity, IssueType type, String text) {}
}
