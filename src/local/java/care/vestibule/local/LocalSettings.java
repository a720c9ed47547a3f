package care.vestibule.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the local stack keeps its data and finds its parts; relative paths start at the working
 * directory.
 *
 * @param directory everything that survives a restart
 * @param brokerHome the unpacked broker distribution
 * @param exporterDirectory where the build writes the broker-side jar
 * @param javaHome the JDK that runs the broker, 21 or newer; {@code application-local.yaml} names
 *     the one that runs us
 * @param minimumFreeSpace below this much module under {@code directory} the stack does not start
 * @param demo whether an empty database is filled with demo data
 * @param ports where everything listens, on loopback only
 */
@ConfigurationProperties("vestibule.local")
public record LocalSettings(
    @DefaultValue(".local") Path directory,
    @DefaultValue("target/broker/camunda-zeebe-8.6.0") Path brokerHome,
    @DefaultValue("target") Path exporterDirectory,
    Path javaHome,
    @DefaultValue("1GB") DataSize minimumFreeSpace,
    @DefaultValue("true") boolean demo,
    @DefaultValue LocalPorts ports) {

  /** Makes the paths absolute, because child processes run elsewhere. */
  public LocalSettings {
    directory = directory.toAbsolutePath().normalize();
    brokerHome = brokerHome.toAbsolutePath().normalize();
    exporterDirectory = exporterDirectory.toAbsolutePath().normalize();
    javaHome = javaHome.toAbsolutePath().normalize();
  }

  /** What a test needs: a directory of its own, free ports, no demo data. */
  public static LocalSettings in(Path directory) {
    return new LocalSettings(
        directory,
        Path.of("target/broker/camunda-zeebe-8.6.0"),
        Path.of("target"),
        Path.of(System.getProperty("java.home")),
        DataSize.ofMegabytes(100),
        false,
        LocalPorts.free());
  }

  LocalSettings withPorts(LocalPorts ports) {
    return new LocalSettings(
        directory, brokerHome, exporterDirectory, javaHome, minimumFreeSpace, demo, ports);
  }
}
