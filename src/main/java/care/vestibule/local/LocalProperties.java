package care.vestibule.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration that points an application at a local stack. */
final class LocalProperties {

  private final LocalStack stack;
  private final Path secrets;
  private final String exporterToken;

  LocalProperties(LocalStack stack, Path secrets, String exporterToken) {
    this.stack = stack;
    this.secrets = secrets;
    this.exporterToken = exporterToken;
  }

  Map<String, Object> asMap() {
    var ports = stack.settings().ports();
    var map = new LinkedHashMap<String, Object>();
    map.put("server.port", ports.web());
    map.put("vestibule.base-url", "http://localhost:" + ports.web());
    map.put("vestibule.secrets.directory", secrets.toString());
    map.put("spring.datasource.url", stack.database().url());
    map.put("spring.datasource.username", DatabaseProcess.APPLICATION);
    map.put("vestibule.database.owner", DatabaseProcess.OWNER);
    map.put("vestibule.engine.grpc-address", stack.broker().grpcAddress().toString());
    map.put("vestibule.engine.rest-address", stack.broker().restAddress().toString());
    map.put("vestibule.engine.exporter-token", exporterToken);
    return map;
  }
}
