package care.vestibule.records.fhir;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;

/** Puts answers into FHIR's words. */
final class Responses {

  /** What an entry is answered with (RFC 9110, section 15). */
  private static final Map<Integer, String> REASONS =
      Map.of(
          200, "OK",
          201, "Created",
          400, "Bad Request",
          405, "Method Not Allowed",
          409, "Conflict",
          412, "Precondition Failed",
          422, "Unprocessable Content");

  private Responses() {}

  /** One entry per entry, in the same order. */
  static FhirAnswer answered(boolean transaction, List<EntryResult> answers) {
    var bundle = new Bundle();
    bundle.setType(transaction ? BundleType.TRANSACTIONRESPONSE : BundleType.BATCHRESPONSE);
    for (var answer : answers) {
      var response = bundle.addEntry().getResponse().setStatus(statusLine(answer.status()));
      answer.location().ifPresent(response::setLocation);
      answer.issue().ifPresent(issue -> response.setOutcome(outcome(issue)));
    }
    return new FhirAnswer(200, bundle);
  }

  /** A transaction of which nothing was done: every entry that was refused is named. */
  static FhirAnswer refused(List<EntryResult> answers) {
    var outcome = new OperationOutcome();
    int status = 400;
    for (int index = 0; index < answers.size(); index++) {
      var answer = answers.get(index);
      if (answer.isRefusal()) {
        status = outcome.hasIssue() ? status : answer.status();
        var place = "Bundle.entry[" + index + "]";
        answer.issue().ifPresent(issue -> add(outcome, issue).addExpression(place));
      }
    }
    return new FhirAnswer(status, outcome);
  }

  /** A request that could not be looked into. */
  static FhirAnswer refused(FhirRefusal refusal) {
    var outcome = new OperationOutcome();
    EntryResult.refused(refusal).issue().ifPresent(issue -> add(outcome, issue));
    return new FhirAnswer(refusal.status(), outcome);
  }

  private static OperationOutcome outcome(EntryResult.Issue issue) {
    var outcome = new OperationOutcome();
    add(outcome, issue);
    return outcome;
  }

  private static OperationOutcome.OperationOutcomeIssueComponent add(
      OperationOutcome outcome, EntryResult.Issue issue) {
    return outcome
        .addIssue()
        .setSeverity(issue.severity())
        .setCode(issue.type())
        .setDiagnostics(issue.text());
  }

  private static String statusLine(int status) {
    return status + " " + REASONS.getOrDefault(status, "Error");
  }
}
