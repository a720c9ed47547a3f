package care.vestibule.tasklist.web;

import care.vestibule.accessrequest.AccessRequestId;
import care.vestibule.identity.Actor;
import care.vestibule.identity.Problem;
import care.vestibule.records.fhir.FhirFormat;
import care.vestibule.tasklist.TaskQuery;
import care.vestibule.tasklist.TaskSort;
import care.vestibule.tasklist.TaskView;
import care.vestibule.tasklist.Tasks;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The doctor's requests as FHIR R4 Tasks, to be read; answers go through {@code /api/v1/tasks}. */
@RestController
@OnlyIn(Zone.PORTAL)
@RequestMapping("/fhir/Task")
class FhirTaskApi {

  private static final MediaType FHIR_JSON =
      new MediaType(MediaType.parseMediaType("application/fhir+json"), StandardCharsets.UTF_8);

  private final Tasks tasks;
  private final FhirFormat format;

  FhirTaskApi(Tasks tasks, FhirFormat format) {
    this.tasks = tasks;
    this.format = format;
  }

  /** Those that wait; with {@code status=completed} those that are done. */
  @GetMapping
  ResponseEntity<String> search(
      Actor.Doctor doctor,
      @RequestParam(defaultValue = "requested") String status,
      @RequestParam(name = "_count", defaultValue = "50") int count) {
    var view =
        status.equals("completed") || status.equals("rejected") ? TaskView.DONE : TaskView.QUEUE;
    var list = tasks.list(doctor, new TaskQuery(view, "", TaskSort.DUE, false, count));
    return answer(FhirTasks.bundle(list.rows()));
  }

  @GetMapping("/{id}")
  ResponseEntity<String> read(Actor.Doctor doctor, @PathVariable UUID id) {
    var found = tasks.find(doctor, new AccessRequestId(id)).orElseThrow(Problem::notFound);
    return answer(FhirTasks.task(found.row(), found.heldBack().size()));
  }

  private ResponseEntity<String> answer(Resource resource) {
    return ResponseEntity.ok().contentType(FHIR_JSON).body(format.write(resource));
  }
}
