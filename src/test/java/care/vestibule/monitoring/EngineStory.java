package care.vestibule.monitoring;

import care.vestibule.process.TestEngine;
import care.vestibule.process.projection.EngineRecord;
import care.vestibule.process.projection.Projection;
import care.vestibule.tenancy.ClinicId;
import care.vestibule.testing.Await;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One clinic's process on a real engine, played step by step; its records are then projected. */
public final class EngineStory {

  // One for all tests: two engines give the same keys to different processes.
  private static final TestEngine ENGINE = TestEngine.started();

  private final UUID invitation = UUID.randomUUID();
  private final UUID notification = UUID.randomUUID();
  private final ClinicId clinic;

  private EngineStory(ClinicId clinic) {
    this.clinic = clinic;
  }

  /** Where the engine listens. */
  public static String grpcAddress() {
    return ENGINE.client().getConfiguration().getGrpcAddress().toString();
  }

  /** Everything the engine has written so far, as the exporter would post it. */
  public static List<EngineRecord> records() {
    ENGINE.idle();
    return ENGINE.everything().stream().map(EngineRecord::parse).toList();
  }

  /** A patient of the clinic is invited. */
  public static EngineStory invited(ClinicId clinic) {
    var story = new EngineStory(clinic);
    story.publish("InvitationRequested", UUID.randomUUID(), story.variables());
    return story;
  }

  /** Projects all records there are, for the second time or more those that were there before. */
  public EngineStory seenBy(Projection projection) {
    projection.apply(records());
    return this;
  }

  /** The link is sent and the patient logs in. */
  public EngineStory loggedIn() {
    return completes("send-invitation", Map.of()).logsIn();
  }

  /** The patient logs in. */
  public EngineStory logsIn() {
    publish("patient-logged-in", invitation, Map.of());
    return this;
  }

  /** A doctor is asked. */
  public EngineStory notified() {
    var asked =
        Map.of(
            "hcpRef", UUID.randomUUID().toString(),
            "deputyGroup", UUID.randomUUID().toString(),
            "notificationId", notification.toString());
    completes("notify-hcps", Map.of("hcps", List.of(asked)));
    return this;
  }

  /** The doctor says yes. */
  public EngineStory approved() {
    complete(notification, Map.of("approved", true));
    completes("mark-ongoing", Map.of());
    return this;
  }

  /** The data is shared. */
  public EngineStory shared() {
    completes("share-data", Map.of("shareOutcome", "SHARED"));
    completes("mark-completed", Map.of());
    return this;
  }

  /** The doctor says yes, and holds everything back. */
  public EngineStory heldBack() {
    completes("share-data", Map.of("shareOutcome", "HELD_BACK"));
    completes("mark-completed", Map.of());
    return this;
  }

  /** The patient is told. */
  public EngineStory told() {
    return told("ALL_SHARED");
  }

  /** The patient is told this. */
  public EngineStory told(String outcome) {
    completes("tell-patient", Map.of("outcome", outcome));
    return this;
  }

  /** The clinic takes the invitation back. */
  public EngineStory withdrawn() {
    publish("invitation-withdrawn", invitation, Map.of("revokeShares", false));
    completes("withdraw-access", Map.of());
    return this;
  }

  /** A job of this type fails for good. */
  public EngineStory stuck(String type, String message) {
    ENGINE.client().newFailCommand(job(type)).retries(0).errorMessage(message).send().join();
    return this;
  }

  /** Somebody has the stuck job tried again. */
  public EngineStory resolved() {
    var incident =
        ENGINE
            .awaitEvents(
                IncidentRecordValue.class,
                IncidentIntent.CREATED,
                one -> one.getProcessInstanceKey() == instance(),
                1)
            .getFirst();
    ENGINE
        .client()
        .newUpdateRetriesCommand(incident.getValue().getJobKey())
        .retries(3)
        .send()
        .join();
    ENGINE.client().newResolveIncidentCommand(incident.getKey()).send().join();
    return this;
  }

  /** No message can be delivered. */
  public EngineStory undeliverable() {
    var job = job("send-invitation");
    ENGINE.client().newThrowErrorCommand(job).errorCode("UNDELIVERABLE").send().join();
    return this;
  }

  /** The desk corrects the address. */
  public EngineStory corrected() {
    complete(invitation, Map.of("contactCorrected", true));
    return this;
  }

  /** The engine's key of the process. */
  public long instance() {
    return ENGINE
        .awaitEvents(
            VariableRecordValue.class,
            VariableIntent.CREATED,
            one -> one.getValue().contains(invitation.toString()),
            1)
        .getFirst()
        .getValue()
        .getProcessInstanceKey();
  }

  /** A job of this type is done. */
  public EngineStory completes(String type, Map<String, Object> variables) {
    ENGINE.client().newCompleteCommand(job(type)).variables(variables).send().join();
    return this;
  }

  /** The invitation it is about. */
  public UUID invitation() {
    return invitation;
  }

  private static void complete(UUID form, Map<String, Object> variables) {
    var task =
        ENGINE
            .awaitEvents(
                UserTaskRecordValue.class,
                UserTaskIntent.CREATED,
                one -> one.getExternalFormReference().equals(form.toString()),
                1)
            .getFirst();
    ENGINE.client().newCompleteUserTaskCommand(task.getKey()).variables(variables).send().join();
  }

  private ActivatedJob job(String type) {
    return Await.until(
            "a job " + type,
            TestEngine.BUDGET,
            () ->
                ENGINE
                    .client()
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(100)
                    // Others' jobs come back for those who want them.
                    .timeout(Duration.ofMillis(1))
                    .requestTimeout(Duration.ofSeconds(1))
                    .send()
                    .join()
                    .getJobs()
                    .stream()
                    .filter(job -> invitation.toString().equals(job.getVariable("invitationId")))
                    .toList(),
            seen -> !seen.isEmpty())
        .getFirst();
  }

  private void publish(String message, UUID key, Map<String, Object> variables) {
    ENGINE
        .client()
        .newPublishMessageCommand()
        .messageName(message)
        .correlationKey(key.toString())
        .timeToLive(Duration.ofHours(1))
        .variables(variables)
        .send()
        .join();
  }

  private Map<String, Object> variables() {
    var variables = new HashMap<String, Object>();
    variables.put("clinicRef", clinic.toString());
    variables.put("invitationId", invitation.toString());
    variables.put("patientRef", UUID.randomUUID().toString());
    variables.put("generation", 1);
    variables.put("invitationExpiresAt", "2099-01-01T00:00:00Z");
    variables.put("patientReminderCycle", "R3/P7D");
    variables.put("doctorReminderCycle", "R/P2D");
    variables.put("approvalDueIn", "P3D");
    variables.put("deputiesAfter", "P5D");
    variables.put("privacyOfficerAfter", "P25D");
    return variables;
  }
}
