package care.vestibule.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What one broker needs.
 *
 * @param home the unpacked distribution
 * @param javaHome a JDK 21 or newer
 * @param directory its data, logs and process id
 * @param ports the five of them that are the broker's
 * @param exporter where its records go, if anywhere
 */
public record BrokerSettings(
    Path home,
    Path javaHome,
    Path directory,
    LocalPorts ports,
    Optional<ExporterSettings> exporter) {

  /** A broker on free ports that exports nothing. */
  public static BrokerSettings in(Path directory) {
    var settings = LocalSettings.in(directory);
    return new BrokerSettings(
        settings.brokerHome(),
        settings.javaHome(),
        settings.directory(),
        settings.ports(),
        Optional.empty());
  }
}
