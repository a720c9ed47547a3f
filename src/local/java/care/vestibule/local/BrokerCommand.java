package care.vestibule.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a broker is called: small and quick rather than fast under load, and on loopback only. */
final class BrokerCommand {

  // What a shell has exported for other programs must not steer this one.
  private static final Pattern FOREIGN =
      Pattern.compile("(SPRING|SERVER|MANAGEMENT|ZEEBE|CAMUNDA|LOGGING)_.*|J.*JAVA_OPTIONS");

  private static final String LOOPBACK = "127.0.0.1";

  private final BrokerSettings settings;

  BrokerCommand(BrokerSettings settings) {
    this.settings = settings;
  }

  Process run() {
    try {
      var builder = new ProcessBuilder(arguments());
      builder.environment().keySet().removeIf(name -> FOREIGN.matcher(name).matches());
      builder.environment().putAll(environment());
      Files.createDirectories(settings.directory());
      // The broker logs to logs/zeebe.log; what else a JVM has to say when it cannot start is here.
      builder
          .redirectErrorStream(true)
          .redirectOutput(settings.directory().resolve("out").toFile());
      return builder.directory(settings.directory().toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments() {
    var home = settings.home();
    return List.of(
        settings.javaHome().resolve("bin/java").toString(),
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Dapp.home=" + settings.directory(),
        "-classpath",
        home.resolve("config") + File.pathSeparator + home.resolve("lib") + "/*",
        "io.camunda.application.StandaloneBroker");
  }

  private Map<String, String> environment() {
    var variables = new TreeMap<String, String>();
    variables.putAll(addresses(settings.ports()));
    variables.putAll(sizes());
    variables.put("ZEEBE_LOG_APPENDER", "RollingFile");
    variables.put("ZEEBE_BROKER_DATA_DIRECTORY", path("data"));
    // A restart replays what came after the last snapshot.
    variables.put("ZEEBE_BROKER_DATA_SNAPSHOTPERIOD", "1m");
    settings.exporter().ifPresent(exporter -> variables.putAll(export(exporter)));
    return variables;
  }

  private static Map<String, String> addresses(LocalPorts ports) {
    return Map.of(
        "SERVER_ADDRESS", LOOPBACK,
        "SERVER_PORT", text(ports.brokerRest()),
        "MANAGEMENT_SERVER_ADDRESS", LOOPBACK,
        "MANAGEMENT_SERVER_PORT", text(ports.brokerManagement()),
        "ZEEBE_BROKER_NETWORK_HOST", LOOPBACK,
        "ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", text(ports.brokerCommand()),
        "ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", text(ports.brokerInternal()),
        "ZEEBE_BROKER_GATEWAY_NETWORK_HOST", LOOPBACK,
        "ZEEBE_BROKER_GATEWAY_NETWORK_PORT", text(ports.gateway()));
  }

  private static Map<String, String> sizes() {
    return Map.of(
        "ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1",
        "ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1",
        "ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "4MB",
        "ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "64MB",
        "ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "32MB",
        "ZEEBE_BROKER_EXPERIMENTAL_RAFT_PREALLOCATESEGMENTFILES", "false",
        "ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "32MB");
  }

  private static Map<String, String> export(ExporterSettings exporter) {
    return Map.of(
        "ZEEBE_BROKER_EXPORTERS_VESTIBULE_CLASSNAME", "care.vestibule.exporter.RecordExporter",
        "ZEEBE_BROKER_EXPORTERS_VESTIBULE_JARPATH", exporter.jar().toString(),
        "ZEEBE_BROKER_EXPORTERS_VESTIBULE_ARGS_URL", exporter.target().toString(),
        "ZEEBE_BROKER_EXPORTERS_VESTIBULE_ARGS_TOKEN", exporter.token());
  }

  private String path(String name) {
    return settings.directory().resolve(name).toString();
  }

  private static String text(int port) {
    return Integer.toString(port);
  }
}
