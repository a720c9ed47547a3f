package care.vestibule.process.engine;

import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives the engine the model, as soon as it answers; the same model twice is one version. */
@Component
@OnlyIn(Zone.PORTAL)
class ModelDeployment extends Background {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
  private static final String MODEL = "bpmn/patient-access.bpmn";

  private final CamundaClient engine;
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10));

  ModelDeployment(CamundaClient engine) {
    super("model-deployment");
    this.engine = engine;
  }

  @Override
  protected void work() {
    var failures = 0;
    while (!deployed() && rest(backoff.after(failures))) {
      failures++;
    }
  }

  private boolean deployed() {
    try {
      var deployment =
          engine.newDeployResourceCommand().addResourceFromClasspath(MODEL).send().join();
      LOG.info("Model deployed: version {}", deployment.getProcesses().getFirst().getVersion());
      return true;
    } catch (ClientException e) {
      LOG.info("The engine does not take the model yet: {}", EngineRefusal.of(e));
      return false;
    }
  }
}
