package care.vestibule.process.engine;

import care.vestibule.process.EngineTopology;
import care.vestibule.zone.OnlyIn;
import care.vestibule.zone.Zone;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.BrokerInfo;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.PartitionInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
@OnlyIn(Zone.PORTAL)
class GatewayTopology implements EngineTopology {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final CamundaClient engine;

  GatewayTopology(CamundaClient engine) {
    this.engine = engine;
  }

  @Override
  public Optional<List<Broker>> now() {
    try {
      var brokers = engine.newTopologyRequest().requestTimeout(PATIENCE).send().join().getBrokers();
      return Optional.of(brokers.stream().map(GatewayTopology::broker).toList());
    } catch (ClientException e) {
      // That it is not reached is the answer.
      return Optional.empty();
    }
  }

  private static Broker broker(BrokerInfo info) {
    return new Broker(
        info.getAddress(),
        info.getVersion(),
        info.getPartitions().stream().map(GatewayTopology::replica).toList());
  }

  private static Replica replica(PartitionInfo info) {
    return new Replica(
        info.getPartitionId(), info.isLeader(), info.getHealth() == PartitionBrokerHealth.HEALTHY);
  }
}
