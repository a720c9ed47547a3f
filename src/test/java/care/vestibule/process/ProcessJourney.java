package care.vestibule.process;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.testing.Await;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One patient's process, told step by step; the test plays every worker and every person. */
final class ProcessJourney {

  final UUID clinic = UUID.randomUUID();
  final UUID invitation = UUID.randomUUID();
  final UUID patient = UUID.randomUUID();
  private final TestEngine engine;

  ProcessJourney(TestEngine engine) {
    this.engine = engine;
  }

  void isRequested() {
    publish(ProcessMessage.INVITATION_REQUESTED, patient, "invitation:" + invitation, variables());
  }

  void patientLogsIn() {
    publish(ProcessMessage.PATIENT_LOGGED_IN, invitation, "login:" + invitation, Map.of());
  }

  void patientGetsANewKey() {
    publish(ProcessMessage.KEY_CHANGED, patient, "key:" + UUID.randomUUID(), variables());
  }

  void clinicWithdraws() {
    publish(
        ProcessMessage.INVITATION_WITHDRAWN,
        invitation,
        "withdrawn:" + invitation,
        Map.of("revokeShares", true));
  }

  void publish(ProcessMessage name, UUID key, String id, Map<String, Object> variables) {
    engine
        .client()
        .newPublishMessageCommand()
        .messageName(name.id())
        .correlationKey(key.toString())
        .messageId(id)
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  /** The next job of that type, which must come. */
  TestJob job(JobType type) {
    var jobs =
        Await.until(
            "a job " + type.id(), TestEngine.BUDGET, () -> activate(type), seen -> !seen.isEmpty());
    return new TestJob(engine.client(), jobs.getFirst());
  }

  /** Once everything that can happen has happened, there is no such job. */
  void noJob(JobType type) {
    engine.idle();
    assertThat(activate(type)).isEmpty();
  }

  private List<io.camunda.client.api.response.ActivatedJob> activate(JobType type) {
    return engine
        .client()
        .newActivateJobsCommand()
        .jobType(type.id())
        .maxJobsToActivate(1)
        .timeout(Duration.ofDays(365))
        .requestTimeout(Duration.ofSeconds(1))
        .send()
        .join()
        .getJobs();
  }

  /** The tasks ever created of that form reference, waiting for so many. */
  List<Record<UserTaskRecordValue>> tasks(String element, UUID formReference, int count) {
    return engine.awaitEvents(
        UserTaskRecordValue.class,
        UserTaskIntent.CREATED,
        task ->
            task.getElementId().equals(element)
                && task.getExternalFormReference().equals(formReference.toString()),
        count);
  }

  void completes(Record<UserTaskRecordValue> task, Map<String, Object> variables) {
    engine.client().newCompleteUserTaskCommand(task.getKey()).variables(variables).send().join();
  }

  /** The process has ended, by way of that end event. */
  void endsAt(String endEvent) {
    passes(endEvent, 1);
    engine.awaitEvents(
        ProcessInstanceRecordValue.class,
        ProcessInstanceIntent.ELEMENT_COMPLETED,
        value -> value.getBpmnElementType() == BpmnElementType.PROCESS,
        1);
  }

  /** The element has been completed so many times. */
  void passes(String element, int times) {
    engine.awaitEvents(
        ProcessInstanceRecordValue.class,
        ProcessInstanceIntent.ELEMENT_COMPLETED,
        value -> value.getElementId().equals(element),
        times);
  }

  /** How often the element has been completed so far. */
  long passed(String element) {
    return engine
        .events(ProcessInstanceRecordValue.class, ProcessInstanceIntent.ELEMENT_COMPLETED)
        .stream()
        .filter(record -> record.getValue().getElementId().equals(element))
        .count();
  }

  /** The element waits. */
  void waitsAt(String element) {
    engine.awaitEvents(
        ProcessInstanceRecordValue.class,
        ProcessInstanceIntent.ELEMENT_ACTIVATED,
        value -> value.getElementId().equals(element),
        1);
  }

  private Map<String, Object> variables() {
    var variables = new HashMap<String, Object>();
    variables.put("clinicRef", clinic.toString());
    variables.put("invitationId", invitation.toString());
    variables.put("patientRef", patient.toString());
    variables.put("generation", 1);
    variables.put("invitationExpiresAt", Instant.now().plus(Duration.ofDays(30)).toString());
    variables.put("patientReminderCycle", "R3/P7D");
    variables.put("doctorReminderCycle", "R/P2D");
    variables.put("approvalDueIn", "P3D");
    variables.put("deputiesAfter", "P5D");
    variables.put("privacyOfficerAfter", "P25D");
    return variables;
  }
}
