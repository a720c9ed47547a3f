package care.vestibule.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The loopback ports of the local stack, each 1 to 65535, or 0 for any free one.
 *
 * @param web the application itself
 * @param database PostgreSQL
 * @param gateway the broker's gRPC gateway
 * @param brokerRest the broker's REST API
 * @param brokerManagement the broker's health and metrics
 * @param brokerCommand between gateway and partitions
 * @param brokerInternal between brokers
 * @param smtp the mailbox
 * @param twilio the stand-in for Twilio's REST API
 */
public record LocalPorts(
    @DefaultValue("8080") int web,
    @DefaultValue("15432") int database,
    @DefaultValue("26500") int gateway,
    @DefaultValue("8088") int brokerRest,
    @DefaultValue("9600") int brokerManagement,
    @DefaultValue("26501") int brokerCommand,
    @DefaultValue("26502") int brokerInternal,
    @DefaultValue("3025") int smtp,
    @DefaultValue("3081") int twilio) {

  /** Every port replaced by one that is free at this moment. */
  public static LocalPorts free() {
    return new LocalPorts(0, 0, 0, 0, 0, 0, 0, 0, 0).chosen();
  }

  /** Each 0 replaced by a port that is free at this moment; the others stay. */
  public LocalPorts chosen() {
    var ports =
        FreePorts.choose(
            web,
            database,
            gateway,
            brokerRest,
            brokerManagement,
            brokerCommand,
            brokerInternal,
            smtp,
            twilio);
    return new LocalPorts(
        ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7], ports[8]);
  }

  /** The ports by the names they have in the configuration, under {@code vestibule.local.ports}. */
  public Map<String, Integer> byName() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("web", web);
    ports.put("database", database);
    ports.put("gateway", gateway);
    ports.put("broker-rest", brokerRest);
    ports.put("broker-management", brokerManagement);
    ports.put("broker-command", brokerCommand);
    ports.put("broker-internal", brokerInternal);
    ports.put("smtp", smtp);
    ports.put("twilio", twilio);
    return ports;
  }
}
