package care.vestibule.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import org.springframework.util.unit.DataSize;

/** Looks at the machine before anything is started, so that what is missing is said in one line. */
final class Preflight {

  private static final int OLDEST_JDK = 21;

  private final LocalSettings settings;

  Preflight(LocalSettings settings) {
    this.settings = settings;
  }

  /** Everything that can be looked at while another instance may still be running. */
  void checkMachine() {
    checkJdk();
    checkBroker();
    checkDirectory();
    checkSpace();
  }

  /** The ports, once the leftovers of an earlier run are gone. */
  void checkPorts() {
    settings.ports().byName().forEach(Preflight::checkPort);
  }

  private static void checkPort(String name, int port) {
    if (FreePorts.isTaken(port)) {
      throw new LocalRefusal(
          "Port %d (%s) is taken by another program.".formatted(port, name),
          "Stop that program, or choose another port with --vestibule.local.ports.%s=<port>."
              .formatted(name));
    }
  }

  private void checkJdk() {
    var version = javaVersion();
    if (version.feature() < OLDEST_JDK) {
      throw new LocalRefusal(
          "The broker needs JDK 21 or newer, but %s is version %s."
              .formatted(settings.javaHome(), version),
          "Install a JDK 21 or newer and name it with JAVA_HOME or --vestibule.local.java-home.");
    }
  }

  private Runtime.Version javaVersion() {
    var release = new Properties();
    try (var file = Files.newBufferedReader(settings.javaHome().resolve("release"))) {
      release.load(file);
      return Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", ""));
    } catch (IOException | IllegalArgumentException e) {
      throw new LocalRefusal(
          "There is no JDK in %s.".formatted(settings.javaHome()),
          "Name a JDK 21 or newer with JAVA_HOME or --vestibule.local.java-home.");
    }
  }

  private void checkBroker() {
    var libraries = settings.brokerHome().resolve("lib");
    if (!Files.exists(libraries) || ExporterJar.find(settings.exporterDirectory()).isEmpty()) {
      throw new LocalRefusal(
          "The broker in %s or its exporter in %s is missing."
              .formatted(settings.brokerHome(), settings.exporterDirectory()),
          "Run `mvn process-classes`, which brings both, in the project's directory.");
    }
  }

  private void checkDirectory() {
    try {
      Files.createDirectories(settings.directory());
    } catch (IOException e) {
      throw new LocalRefusal(
          "The data directory %s cannot be made.".formatted(settings.directory()),
          "Make it writable, or choose another with --vestibule.local.directory.");
    }
  }

  private void checkSpace() {
    var free = DataSize.ofBytes(settings.directory().toFile().getUsableSpace());
    if (free.compareTo(settings.minimumFreeSpace()) < 0) {
      throw new LocalRefusal(
          "Only %d MB are free under %s, and %d MB are needed."
              .formatted(
                  free.toMegabytes(),
                  settings.directory(),
                  settings.minimumFreeSpace().toMegabytes()),
          "Make module, or choose another directory with --vestibule.local.directory.");
    }
  }
}
