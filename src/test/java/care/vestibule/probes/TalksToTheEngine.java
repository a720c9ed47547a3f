package care.vestibule.probes;

import io.camunda.client.CamundaClient;

record TalksToTheEngine(CamundaClient engine) {}
