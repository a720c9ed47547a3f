package care.vestibule.process.engine;

import io.camunda.client.CamundaClient;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

  // Connects when it is first used: Vestibule opens its doors while the engine is still down.
  @Bean(destroyMethod = "close")
  CamundaClient camundaClient(EngineProperties properties) {
    return CamundaClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(properties.grpcAddress())
        .restAddress(properties.restAddress())
        // Over REST an 8.6 engine's jobs reach the handler and never complete.
        .preferRestOverGrpc(false)
        .useDefaultRetryPolicy(true)
        .jobHandlingExecutor(Executors.newVirtualThreadPerTaskExecutor(), true)
        .build();
  }
}
