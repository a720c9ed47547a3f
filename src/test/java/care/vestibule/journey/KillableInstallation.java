package care.vestibule.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import care.vestibule.VestibuleApplication;
import care.vestibule.local.LocalApplication;
import care.vestibule.local.demo.DemoAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Vestibule as a process of its own, which dies where the test says and can come back. */
final class KillableInstallation implements AutoCloseable {

  private final LocalApplication application;

  /**
   * Opens it.
   *
   * @param points where it is to die, once each, as {@link KillPoints} spells them
   */
  static KillableInstallation dyingAt(Path directory, String... points) {
    return new KillableInstallation(
        directory,
        Map.of(
            "spring.main.sources",
            KillPoints.class.getName(),
            "vestibule.test.kill",
            String.join(",", points)));
  }

  KillableInstallation(Path directory, Map<String, String> settings) {
    application = new LocalApplication(directory, settings);
    application.awaitReady();
  }

  URI address() {
    return application.address();
  }

  Path directory() {
    return application.directory();
  }

  LocalApplication application() {
    return application;
  }

  ReadyNotice notice() {
    return ReadyNotice.in(application.awaitReady().output());
  }

  ClinicSystem clinicSystem() {
    return new ClinicSystem(address(), notice().apiKey());
  }

  /** The doctor of the demo whose NPI is 9999986893. */
  JourneyDoctor otherDoctor() {
    return new JourneyDoctor(address(), "carrol.pollich", DemoAccess.PASSWORD);
  }

  /** The database as its superuser sees it. */
  JdbcClient database() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:%d/vestibule?user=postgres"
                .formatted(application.ports().database())));
  }

  /** Signs in the doctor of the demo whose NPI is 9999940999. */
  JourneyDoctor doctor() {
    application.awaitReady();
    return new JourneyDoctor(address(), "isabel.zavala", DemoAccess.PASSWORD);
  }

  /** Every row of the read model, as it is read. */
  String readModel() {
    return Stream.of("instance", "element", "user_task", "timer", "incident")
        .map(
            table ->
                database()
                    .sql(
                        """
                        select coalesce(string_agg(one::text, chr(10) order by one::text), '')
                        from engine_%s one
                        """
                            .formatted(table))
                    .query(String.class)
                    .single())
        .collect(Collectors.joining("\n"));
  }

  /** What the command of operations says that rebuilds the read model. */
  String rebuilds() {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            VestibuleApplication.class.getName(),
            "projection",
            "rebuild",
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/vestibule"
                .formatted(application.ports().database()),
            "--spring.datasource.username=vestibule_app");
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PatientMailbox letterbox(SmallPatient patient) {
    application.awaitReady();
    return new PatientMailbox(address(), patient.email(), patient.mobile());
  }

  /** Waits until it has died at one of its points. */
  void dies() {
    assertThat(application.awaitExitCode()).isEqualTo(KillPoints.KILLED);
  }

  /** Starts it again, on what its former life has left. */
  void comesBack() {
    application.startAgain();
  }

  /** The points at which it has died so far. */
  List<String> deaths() {
    try {
      return Files.readAllLines(directory().resolve("killed"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    application.close();
  }
}
