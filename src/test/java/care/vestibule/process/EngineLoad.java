package care.vestibule.process;

import care.vestibule.local.BrokerProcess;
import care.vestibule.testing.Await;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Many processes at once on a broker, without Vestibule: invited, logged in, a doctor asked, and
 * one in so many left there while the others are withdrawn.
 *
 * <p>Whatever a killed broker has not answered is told it once more, under the same message id.
 */
public final class EngineLoad implements AutoCloseable {

  private static final Duration FIRST_TRY = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 64;

  private final CamundaClient client;
  private final int oneInSoManyStays;
  private final AtomicInteger withdrawn = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  /** Deploys the model and works on its jobs. */
  public EngineLoad(BrokerProcess broker, int oneInSoManyStays) {
    this.oneInSoManyStays = oneInSoManyStays;
    client =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .grpcAddress(broker.grpcAddress())
            .restAddress(broker.restAddress())
            .preferRestOverGrpc(false)
            .build();
    // A broker that is ready may not have told its gateway yet.
    var unused = Await.until("the model is deployed", PATIENCE, this::deploys, "yes"::equals);
    works("send-invitation", this::logsIn);
    works("notify-hcps", this::asks);
    works("withdraw-access", this::withdraws);
  }

  /** Starts so many processes; returns once the engine has taken all of them. */
  public void starts(int processes) {
    var module = new Semaphore(AT_ONCE);
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < processes; i++) {
        module.acquireUninterruptibly();
        var unused =
            hands.submit(
                () -> {
                  try {
                    starts();
                  } finally {
                    module.release();
                  }
                });
      }
    }
  }

  /** How many processes have been withdrawn, as far as the engine has said so. */
  public int withdrawn() {
    return withdrawn.get();
  }

  /** How many doctors have been asked, as far as the engine has said so. */
  public int asked() {
    return asked.get();
  }

  /** Those of these processes, or steps of them, which the engine knows as not being over. */
  public List<Long> activeOf(List<Long> keys) {
    var module = new Semaphore(AT_ONCE / 2);
    var active = new ConcurrentSkipListSet<Long>();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var key : keys) {
        module.acquireUninterruptibly();
        var unused =
            hands.submit(
                () -> {
                  try {
                    if (isActive(key)) {
                      active.add(key);
                    }
                  } finally {
                    module.release();
                  }
                });
      }
    }
    return List.copyOf(active);
  }

  private boolean isActive(long key) {
    while (true) {
      try {
        client.newSetVariablesCommand(key).variables(Map.of()).local(true).send().join();
        return true;
      } catch (ClientException refused) {
        if (String.valueOf(refused.getMessage()).contains("NOT_FOUND")) {
          return false;
        }
        // Too busy to say.
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private String deploys() {
    try {
      client
          .newDeployResourceCommand()
          .addResourceFromClasspath("bpmn/patient-access.bpmn")
          .send()
          .join();
      return "yes";
    } catch (ClientException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void starts() {
    var invitation = UUID.randomUUID();
    while (!publishes("InvitationRequested", invitation, invitation, variables(invitation))) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private void logsIn(ActivatedJob job) {
    var invitation = UUID.fromString((String) job.getVariable("invitationId"));
    publishes("patient-logged-in", invitation, invitation, Map.of());
    client.newCompleteCommand(job).send().join();
  }

  private void asks(ActivatedJob job) {
    var doctor =
        Map.of(
            "hcpRef", UUID.randomUUID().toString(),
            "deputyGroup", UUID.randomUUID().toString(),
            "notificationId", UUID.randomUUID().toString());
    client.newCompleteCommand(job).variables(Map.of("hcps", List.of(doctor))).send().join();
    if (asked.incrementAndGet() % oneInSoManyStays != 0) {
      var invitation = UUID.fromString((String) job.getVariable("invitationId"));
      publishes("invitation-withdrawn", invitation, invitation, Map.of("revokeShares", false));
    }
  }

  private void withdraws(ActivatedJob job) {
    client.newCompleteCommand(job).send().join();
    withdrawn.incrementAndGet();
  }

  private void works(String type, Handler handler) {
    client
        .newWorker()
        .jobType(type)
        .handler((JobClient unused, ActivatedJob job) -> handler.handle(job))
        .timeout(FIRST_TRY)
        .maxJobsActive(AT_ONCE)
        .open();
  }

  private boolean publishes(String message, UUID key, UUID id, Map<String, Object> variables) {
    try {
      client
          .newPublishMessageCommand()
          .messageName(message)
          .correlationKey(key.toString())
          .messageId(message + id)
          .timeToLive(Duration.ofHours(1))
          .variables(variables)
          .requestTimeout(FIRST_TRY)
          .send()
          .join();
      return true;
    } catch (ClientException e) {
      return e.getMessage() != null && e.getMessage().contains("ALREADY_EXISTS");
    }
  }

  private static Map<String, Object> variables(UUID invitation) {
    var variables = new HashMap<String, Object>();
    variables.put("clinicRef", "00000000-0000-4000-8000-000000000001");
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

  private interface Handler {
    void handle(ActivatedJob job);
  }
}
