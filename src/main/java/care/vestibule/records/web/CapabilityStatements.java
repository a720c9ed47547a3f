package care.vestibule.records.web;

import care.vestibule.records.fhir.FhirAnswer;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceInteractionComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What the endpoint says about itself. */
final class CapabilityStatements {

  private CapabilityStatements() {}

  /** That batches and transactions are taken, and tasks can be read. */
  static CapabilityStatement capabilities() {
    var statement = new CapabilityStatement();
    statement
        .setStatus(PublicationStatus.ACTIVE)
        .setDateElement(new DateTimeType("2026-01-01"))
        .setKind(CapabilityStatementKind.INSTANCE)
        .setFhirVersion(FHIRVersion._4_0_1)
        .addFormat("application/fhir+json");
    statement.getSoftware().setName("Vestibule");
    statement.getImplementation().setDescription("Import of clinical records");
    var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
    rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
    rest.addResource()
        .setType("Task")
        .addInteraction(new ResourceInteractionComponent().setCode(TypeRestfulInteraction.READ))
        .addInteraction(
            new ResourceInteractionComponent().setCode(TypeRestfulInteraction.SEARCHTYPE));
    return statement;
  }

  static FhirAnswer tooLarge() {
    var outcome = new OperationOutcome();
    outcome
        .addIssue()
        .setSeverity(IssueSeverity.ERROR)
        .setCode(IssueType.TOOLONG)
        .setDiagnostics("The bundle is too large: send it in parts.");
    return new FhirAnswer(413, outcome);
  }
}
