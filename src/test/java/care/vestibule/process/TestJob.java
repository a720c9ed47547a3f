package care.vestibule.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;

/** A job in the hands of the test. */
record TestJob(CamundaClient client, ActivatedJob job) {

  Map<String, Object> variables() {
    return job.getVariablesAsMap();
  }

  void isDone() {
    isDone(Map.of());
  }

  void isDone(Map<String, Object> variables) {
    client.newCompleteCommand(job).variables(variables).send().join();
  }

  void fails(BusinessError error) {
    client.newThrowErrorCommand(job).errorCode(error.name()).send().join();
  }
}
