package care.vestibule.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.process.EngineTopology.Replica;
import care.vestibule.process.TestEngine;
import io.camunda.client.CamundaClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

class GatewayTopologyTests {

  @Test
  void anEngineTellsWhoLeadsItsPartition() {
    var engine = TestEngine.started();
    try {
      var brokers = new GatewayTopology(engine.client()).now().orElseThrow();

      assertThat(brokers).hasSize(1);
      assertThat(brokers.getFirst().replicas()).containsExactly(new Replica(1, true, true));
    } finally {
      engine.close();
    }
  }

  @Test
  void anEngineThatIsAwayIsNotReached() {
    try (var nobody =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .grpcAddress(URI.create("http://localhost:1"))
            .preferRestOverGrpc(false)
            .build()) {
      assertThat(new GatewayTopology(nobody).now()).isEmpty();
    }
  }
}
