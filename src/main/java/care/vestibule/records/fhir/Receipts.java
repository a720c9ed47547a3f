package care.vestibule.records.fhir;

import care.vestibule.records.IntakeRefusal;
import care.vestibule.records.Receipt;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Says in FHIR what the intake did. */
final class Receipts {

  private Receipts() {}

  static EntryResult answer(Receipt receipt, String resource) {
    var location = resource + "/_history/" + receipt.version();
    var answer =
        receipt.effect() == Receipt.Effect.CREATED
            ? EntryResult.created(location)
            : EntryResult.ok(location);
    int without = receipt.withoutKey().size();
    return without == 0
        ? answer
        : answer.warning(
            IssueType.TRANSIENT,
            without
                + " of its professionals have no key yet and cannot read it."
                + " Send it again when they have one.");
  }

  static FhirRefusal refusal(IntakeRefusal refusal) {
    return switch (refusal.reason()) {
      case NOBODY_HAS_A_KEY ->
          new FhirRefusal(
              409,
              IssueType.TRANSIENT,
              "None of its professionals has a key yet. Send it again when one is made.");
      case OTHER_PATIENT ->
          new FhirRefusal(409, IssueType.CONFLICT, "It is stored for another patient already.");
    };
  }
}
