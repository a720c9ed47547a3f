package care.vestibule.process.engine;

import care.vestibule.process.Incidents.Answer;
import care.vestibule.process.ProcessVariables;
import care.vestibule.process.RunningProcesses;
import care.vestibule.process.variables.EngineVariables;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.PORTAL)
class EngineProcesses implements RunningProcesses {

  private static final Logger LOG = LoggerFactory.getLogger(EngineProcesses.class);

  private final CamundaClient engine;

  EngineProcesses(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public Answer cancel(long instance) {
    return told(instance, engine.newCancelInstanceCommand(instance));
  }

  @Override
  public Answer moveTo(long instance, long visit, String element, ProcessVariables variables) {
    return told(
        instance,
        engine
            .newModifyProcessInstanceCommand(instance)
            .activateElement(element)
            .withVariables(EngineVariables.of(variables))
            .and()
            .terminateElement(visit));
  }

  private static Answer told(long instance, FinalCommandStep<?> command) {
    try {
      command.send().join();
      return Answer.TAKEN;
    } catch (ClientException e) {
      if (EngineRefusal.of(e) == EngineRefusal.GONE || hasMovedOn(e)) {
        return Answer.GONE;
      }
      LOG.info("Process {} stays as it is: {}", instance, e.getClass().getSimpleName());
      return Answer.UNREACHABLE;
    }
  }

  // The process is there, and stands elsewhere.
  private static boolean hasMovedOn(ClientException thrown) {
    return thrown instanceof ClientStatusException status
        && switch (status.getStatusCode()) {
          case INVALID_ARGUMENT, FAILED_PRECONDITION -> true;
          default -> false;
        };
  }
}
