package care.vestibule.process.engine;

import care.vestibule.process.Incidents;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.PORTAL)
class EngineIncidents implements Incidents {

  private static final Logger LOG = LoggerFactory.getLogger(EngineIncidents.class);

  private final CamundaClient engine;

  EngineIncidents(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public Answer tryAgain(long incident, long job) {
    try {
      // The engine refuses to resolve the incident of a job that has no tries left.
      if (job > 0) {
        engine.newUpdateRetriesCommand(job).retries(1).send().join();
      }
      engine.newResolveIncidentCommand(incident).send().join();
      return Answer.TAKEN;
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.GONE) {
        return Answer.GONE;
      }
      LOG.info("Incident {} stays: {}", incident, e.getClass().getSimpleName());
      return Answer.UNREACHABLE;
    }
  }
}
