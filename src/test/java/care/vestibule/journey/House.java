package care.vestibule.journey;

import care.vestibule.VestibuleApplication;
import care.vestibule.directory.HcpId;
import care.vestibule.directory.HealthcareProfessionals;
import care.vestibule.directory.Identifier;
import care.vestibule.directory.PatientId;
import care.vestibule.local.LocalStack;
import care.vestibule.local.demo.DemoAccess;
import care.vestibule.local.demo.DemoClinic;
import care.vestibule.notification.NotificationId;
import care.vestibule.sharing.Sharing;
import care.vestibule.sharing.SharingReport;
import care.vestibule.sharing.custody.KeyCommands;
import care.vestibule.tenancy.CurrentClinic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application with its whole local stack, as the README's command starts it, on free ports. */
final class House {

  private static final House INSTANCE = new House();

  private final ConfigurableApplicationContext context;
  private final LocalStack stack;
  private final DemoAccess demo;

  private House() {
    context =
        new SpringApplicationBuilder(VestibuleApplication.class)
            .profiles("local")
            .run(
                "--vestibule.local.directory=" + freshDirectory(),
                "--vestibule.local.ports.web=0",
                "--vestibule.local.ports.database=0",
                "--vestibule.local.ports.gateway=0",
                "--vestibule.local.ports.broker-rest=0",
                "--vestibule.local.ports.broker-management=0",
                "--vestibule.local.ports.broker-command=0",
                "--vestibule.local.ports.broker-internal=0",
                "--vestibule.local.ports.smtp=0",
                "--vestibule.local.ports.twilio=0");
    stack = context.getBean(LocalStack.class);
    stack.awaitReady(Duration.ofMinutes(2));
    demo = context.getBean(DemoClinic.class).open().orElseThrow();
  }

  /** The house, started at the first call and stopped with the JVM. */
  static House open() {
    return INSTANCE;
  }

  URI address() {
    return URI.create("http://localhost:" + stack.settings().ports().web());
  }

  LocalStack stack() {
    return stack;
  }

  DemoAccess demo() {
    return demo;
  }

  ClinicSystem clinicSystem() {
    return new ClinicSystem(address(), demo.apiKey());
  }

  /** Signs in the demo doctor with that national provider identifier. */
  Doctor doctor(String npi) {
    var identifier = new Identifier("http://hl7.org/fhir/sid/us-npi", npi);
    var found =
        context
            .getBean(CurrentClinic.class)
            .during(
                demo.clinic(),
                () ->
                    new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                        .execute(
                            status ->
                                context
                                    .getBean(HealthcareProfessionals.class)
                                    .findByIdentifier(identifier)));
    return new Doctor(address(), DemoAccess.usernameOf(found.orElseThrow()), DemoAccess.PASSWORD);
  }

  Operations operations() {
    return new Operations(address(), DemoAccess.OPERATIONS, DemoAccess.PASSWORD);
  }

  /** Shares again what a doctor has shared already, as a job that was never finished would. */
  SharingReport sharesAgain(UUID patient, UUID hcp, UUID notification) {
    return context
        .getBean(CurrentClinic.class)
        .during(
            demo.clinic(),
            () ->
                context
                    .getBean(Sharing.class)
                    .shareAllDataOf(
                        new PatientId(patient), new HcpId(hcp), new NotificationId(notification)));
  }

  /** Gives a demo doctor a key of that suite, by the command of operations; what it says. */
  String rotatesKeyOf(String npi, String suite) {
    var hcp =
        database()
            .sql("select owner_id from identifier where owner_kind = 'HCP' and value = :npi")
            .param("npi", npi)
            .query(UUID.class)
            .single();
    var said = new ArrayList<String>();
    var words = List.of("rotate-hcp", demo.clinic().toString(), hcp.toString(), suite);
    context.getBean(KeyCommands.class).run(words, said::add, said::add);
    return String.join("; ", said);
  }

  /** The database as its superuser sees it: whoever has that much power is the attacker here. */
  JdbcClient database() {
    return JdbcClient.create(
        new DriverManagerDataSource(stack.database().url() + "?user=postgres"));
  }

  /** The file with the doctors' private keys. */
  Path keystore() {
    try (var files = Files.list(stack.settings().directory().resolve("keystores"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path freshDirectory() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "house");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
