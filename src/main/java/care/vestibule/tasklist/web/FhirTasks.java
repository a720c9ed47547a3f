package care.vestibule.tasklist.web;

import care.vestibule.tasklist.TaskRow;
import care.vestibule.tasklist.TaskState;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** Requests in the words of FHIR R4: a Task to approve access, owned by whoever is on it. */
final class FhirTasks {

  private static final String CODES = "http://hl7.org/fhir/CodeSystem/task-code";
  private static final String OUTPUTS = "urn:vestibule:task-output";
  private static final String STATES = "urn:vestibule:task-state";

  private FhirTasks() {}

  static Bundle bundle(List<TaskRow> rows) {
    var bundle = new Bundle();
    bundle.setType(Bundle.BundleType.SEARCHSET);
    rows.forEach(row -> bundle.addEntry().setResource(task(row)));
    return bundle;
  }

  static Task task(TaskRow row) {
    var task = new Task();
    task.setId(row.id().toString());
    task.setStatus(status(row.state()));
    task.setIntent(Task.TaskIntent.ORDER);
    task.setPriority(row.overdue() ? Task.TaskPriority.URGENT : Task.TaskPriority.ROUTINE);
    task.setBusinessStatus(coded(STATES, row.state().name().toLowerCase(Locale.ROOT)));
    task.setCode(coded(CODES, "approve"));
    task.setFor(new Reference("Patient/" + row.patient()));
    task.setRequester(new Reference("Patient/" + row.patient()));
    task.setOwner(new Reference("Practitioner/" + row.owner()));
    task.setAuthoredOn(Date.from(row.asked()));
    task.setLastModified(Date.from(row.changed()));
    task.getRestriction().setPeriod(new Period().setEnd(Date.from(row.due())));
    return task;
  }

  /** The same, with how many records its reader holds back from the patient. */
  static Task task(TaskRow row, int heldBack) {
    var task = task(row);
    if (heldBack > 0) {
      task.addOutput().setType(coded(OUTPUTS, "held-back")).setValue(new PositiveIntType(heldBack));
    }
    return task;
  }

  private static Task.TaskStatus status(TaskState state) {
    return switch (state) {
      case WAITING -> Task.TaskStatus.REQUESTED;
      case HANDED -> Task.TaskStatus.RECEIVED;
      case MINE, TAKEN -> Task.TaskStatus.INPROGRESS;
      case BLOCKED -> Task.TaskStatus.ONHOLD;
      case BEING_SHARED -> Task.TaskStatus.ACCEPTED;
      case SHARED, HELD_BACK -> Task.TaskStatus.COMPLETED;
      case CLOSED -> Task.TaskStatus.REJECTED;
    };
  }

  private static CodeableConcept coded(String system, String code) {
    return new CodeableConcept(new Coding(system, code, null));
  }
}
