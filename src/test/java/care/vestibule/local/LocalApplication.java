package care.vestibule.local;

import care.vestibule.VestibuleApplication;
import care.vestibule.testing.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The whole application in profile {@code local} as a JVM of its own, which a test may kill.
 *
 * <p>It keeps its directory and its ports over restarts, so that links that were sent stay good.
 */
public final class LocalApplication implements AutoCloseable {

  private static final Duration BUDGET = Duration.ofMinutes(3);

  private final Path directory;
  private final Map<String, String> properties = new TreeMap<>();
  private final Path output;
  private final LocalPorts ports = LocalPorts.free();
  private Process process;

  /** Prepares an application on free ports; {@code overrides} win over everything else. */
  public LocalApplication(Path directory, Map<String, String> overrides) {
    this.directory = directory;
    this.output = directory.resolveSibling(directory.getFileName() + ".out");
    properties.put("spring.profiles.active", "local");
    properties.put("vestibule.local.directory", directory.toString());
    ports
        .byName()
        .forEach((name, port) -> properties.put("vestibule.local.ports." + name, "" + port));
    properties.putAll(overrides);
    process = launch();
  }

  /** Waits until it says that it is ready. */
  public LocalApplication awaitReady() {
    Await.until(
        "ready, or its end",
        BUDGET,
        this::output,
        text -> text.contains("Vestibule is ready") || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("It ended: " + output());
    }
    return this;
  }

  /** Waits for its end. */
  public int awaitExitCode() {
    try {
      if (!process.waitFor(BUDGET.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("It still runs: " + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Kills the application, and only it, as {@code kill -9} does. */
  public void kill() {
    ProcessShutdown.kill(List.of(process.toHandle()));
  }

  /** Kills its broker alone. */
  public void killBroker() {
    new ChildRecord(directory.resolve("broker/pid"))
        .findAlive()
        .ifPresent(broker -> ProcessShutdown.kill(List.of(broker)));
  }

  /** Kills its database alone. */
  public void killDatabase() {
    PostmasterFile.findAlive(directory.resolve("database/data"))
        .ifPresent(PostmasterFile::killWithBackends);
  }

  /** Starts it again on the same directory and ports. */
  public void startAgain() {
    process = launch();
  }

  /** Everything it has said since its last start. */
  public String output() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its data is. */
  public Path directory() {
    return directory;
  }

  /** Its ports. */
  public LocalPorts ports() {
    return ports;
  }

  /** Where its pages are. */
  public URI address() {
    return URI.create("http://localhost:" + ports.web());
  }

  /** Asks it to stop, as Ctrl-C does, and waits until it and its children are gone. */
  @Override
  public void close() {
    ProcessShutdown.end(process.toHandle(), Duration.ofSeconds(40));
    BrokerProcess.endLeftover(brokerSettings());
    DatabaseProcess.endLeftover(directory.resolve("database"));
  }

  BrokerSettings brokerSettings() {
    return BrokerSettings.in(directory.resolve("broker"));
  }

  private Process launch() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(VestibuleApplication.class.getName());
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(new File(output.toString()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
